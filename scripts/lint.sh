#!/usr/bin/env bash
# Format, lints and documentation. Warnings are errors.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo fmt --all --check
cargo clippy --workspace --all-targets --quiet -- -D warnings
RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --quiet
# Licences and sources of what we build on, where the tool is installed (cargo install cargo-deny).
if command -v cargo-deny >/dev/null; then
    cargo deny --log-level error check licenses bans sources
fi
