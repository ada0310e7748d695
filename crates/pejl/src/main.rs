//! The program: reads its settings, wires the floors together, and speaks at the command line. It holds no rules.

mod command;
mod logs;
mod settings;
mod speak;

use std::process::ExitCode;

use clap::Parser as _;

use command::Line;

#[tokio::main]
async fn main() -> ExitCode {
    match command::carry_out(Line::parse()).await {
        Ok(code) => code,
        Err(trouble) => {
            speak::complain(format!("{trouble:#}"));
            ExitCode::FAILURE
        }
    }
}
