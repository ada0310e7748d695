#!/usr/bin/env bash
# Everything that must hold before a change lands. Sets up what it lacks, and leaves no server running.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$HOME/.cache/pejl/target}"

step() {
    echo
    echo "== $1 ($(date +%T))"
}

step "Set-up"
./scripts/setup.sh
make --no-print-directory assets

step "Format, lints, documentation"
./scripts/lint.sh

step "Tests, on SQLite and PostgreSQL"
if cargo nextest --version >/dev/null 2>&1; then
    ./scripts/postgres.sh run cargo nextest run --workspace --no-fail-fast
else
    ./scripts/postgres.sh run cargo test --workspace --no-fail-fast
fi

step "Models"
cargo build --quiet --package pejl
"$CARGO_TARGET_DIR/debug/pejl" model check models/*.toml >/dev/null
echo "$(ls models/*.toml | wc -l) models are sound"

if [ -x e2e/run.sh ]; then
    step "Browser"
    ./e2e/run.sh
fi

step "All is well"
