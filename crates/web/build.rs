//! Has the pages built again when their styles and scripts were, since the program holds them. A clone in which they were
//! never built compiles all the same; `pejl serve` then says what is missing.
#![allow(clippy::print_stdout)] // how a build script speaks to cargo

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=../../assets/dist");
    std::fs::create_dir_all("../../assets/dist")
}
