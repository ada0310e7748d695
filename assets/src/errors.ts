import ErrorSummary from "../node_modules/dkfds/src/js/components/error-summary.js";

/** The design system's own behaviour for its error summary. */
export function errorSummary(summary: Element): void {
  new ErrorSummary(summary).init();
}
