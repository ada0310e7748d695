//! The log: on standard error, for people at a terminal, one JSON object a line elsewhere. A line that belongs to a request
//! carries the request's id.

use std::io::IsTerminal as _;

use tracing_subscriber::{EnvFilter, fmt};

use crate::settings::{LogFormat, Settings};

/// Begins to log.
pub(crate) fn begin(settings: &Settings) {
    let filter = EnvFilter::new(&settings.log);
    let at_terminal = std::io::stderr().is_terminal();
    let human = match settings.log_format {
        LogFormat::Human => true,
        LogFormat::Json => false,
        LogFormat::Auto => at_terminal,
    };
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Fails only where a log has begun already, and then that one goes on.
    let _ = if human {
        log.with_ansi(at_terminal).with_target(false).try_init()
    } else {
        log.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init()
    };
}
