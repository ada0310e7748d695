#!/usr/bin/env bash
# Measures pages, saving and starting on both databases, and prints one table. Takes a release build and some minutes.
# BENCH_MUNICIPALITIES (98) and BENCH_RUNS (200) make it smaller; BENCH_ENGINE=sqlite or postgres measures one of them.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$HOME/.cache/pejl/target}"

./scripts/setup.sh
cargo build --quiet --release --package pejl
export PEJL_BIN="$CARGO_TARGET_DIR/release/pejl"
# What is acknowledged shall be on the disk, as in operation.
export PEJL_POSTGRES_DURABLE=1
./scripts/postgres.sh run cargo bench --quiet --package pejl-testkit --bench pages -- "$@"
