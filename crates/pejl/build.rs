//! Has the program built again when the demonstration's content or the models change, since it holds them.
#![allow(clippy::print_stdout)] // how a build script speaks to cargo

fn main() {
    println!("cargo::rerun-if-changed=../../demo");
    println!("cargo::rerun-if-changed=../../models");
}
