declare module "*/error-summary.js" {
  /** The design system's error summary: takes the focus on load, and its links show the label with the field. */
  export default class ErrorSummary {
    constructor(element: Element);
    init(): void;
  }
}
