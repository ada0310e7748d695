# The list of commands. `make` or `make help` shows them.

export CARGO_TARGET_DIR ?= $(HOME)/.cache/pejl/target
CARGO ?= cargo
NPM ?= npm
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test bench fmt lint release assets clean tools

help: ## Show the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

run: assets ## Build, fill the demonstration, serve it (ARGS="--listen 127.0.0.1:9000 --data FOLDER")
	$(CARGO) run --quiet --package pejl -- demo $(ARGS)

test: ## Everything: set-up, format, lints, tests on both databases, models, browser
	./scripts/test.sh

bench: assets ## Measure: one table, both databases (takes a release build)
	./scripts/bench.sh $(ARGS)

fmt: tools ## Format the source
	$(CARGO) fmt --all

lint: assets ## Format, lints and documentation, without running anything
	./scripts/lint.sh

release: assets ## Build the program to install; it holds everything it needs
	$(CARGO) build --release --package pejl
	@echo "$(CARGO_TARGET_DIR)/release/pejl"

assets: tools assets/dist/manifest.json ## Build styles, scripts, fonts and icons, where they have changed

assets/dist/manifest.json: assets/node_modules/.installed assets/build.mjs assets/slim.mjs $(shell find assets/src -type f)
	cd assets && $(NPM) run --silent build

assets/node_modules/.installed: assets/package-lock.json assets/package.json
	cd assets && $(NPM) ci --silent
	@touch $@

clean: ## Take away what was built, and the demonstration's data
	rm -rf "$(CARGO_TARGET_DIR)" assets/dist assets/node_modules data

tools:
	@command -v $(CARGO) >/dev/null || { echo "Rust is missing: install it, 1.95 or newer, with cargo in PATH." >&2; exit 1; }
	@command -v $(NPM) >/dev/null || { echo "Node is missing: install it, 20 or newer, with npm (Debian: apt-get install nodejs npm)." >&2; exit 1; }
