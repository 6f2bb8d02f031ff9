# The one way to set up, try, check and measure zakuro.  `make` lists the targets.
.DELETE_ON_ERROR:
.SHELLFLAGS := -euc
SHELL := /bin/sh

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help setup packages demo test test-fast quality mutants weights bench fuzz lint format lock picture clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST))

setup: $(STAMP) ## a virtual environment in .venv with everything pinned in requirements.lock

$(STAMP): requirements.lock pyproject.toml scripts/make-venv
	scripts/make-venv $(PYTHON) $(VENV)
	touch $@

packages: ## the system packages that the tests need (PostgreSQL, Chromium, fonts)
	scripts/install-test-packages

demo: $(STAMP) ## read the bundled example, print what was promised and where it stands
	$(BIN)/zakuro read --published 2025-06-17 src/zakuro/examples/astana-2025.en.txt
	$(BIN)/zakuro demo
	$(BIN)/zakuro demo --decide
	@echo
	@echo "As web pages: $(BIN)/zakuro serve --demo, then http://127.0.0.1:8000/"
	@if [ -t 1 ] && [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(BIN)/zakuro serve --demo; fi

lint: $(STAMP) ## style, types and the star rule
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

test: packages lint ## lint, then every test
	$(BIN)/pytest

test-fast: $(STAMP) ## the tests of the pure rooms and of SQLite, for every save
	$(BIN)/pytest -x tests/model tests/ledger tests/decide tests/journal tests/flow/acting -k "not postgresql and not kill"

quality: $(STAMP) ## measure against ../shared; fail where a figure fell by more than half a point
	$(BIN)/python -m bench.quality

weights: $(STAMP) ## make the weights of the second reader from the labelled texts
	$(BIN)/python -m bench.weights

mutants: $(STAMP) ## change the code in small ways that its own tests must notice; an hour or more
	$(BIN)/python -m bench.mutants

bench: $(STAMP) ## measure speed and memory
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.bench_mentions
	$(BIN)/python -m bench.bench_documents
	$(BIN)/python -m bench.bench_journal --engine sqlite
	$(BIN)/python -m bench.bench_ledger --engine sqlite --pledges 1000
	$(BIN)/python -m bench.bench_portal --pledges 1000

fuzz: $(STAMP) ## bend files and texts for an hour, led by what code they reach (Atheris; not in CI)
	$(BIN)/python -m pip install --quiet 'atheris>=3,<4'
	$(BIN)/python scripts/fuzz documents -max_total_time=1800
	$(BIN)/python scripts/fuzz reader -len_control=0 -max_total_time=1800

format: $(STAMP) ## bring the code into the one format
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lock: $(STAMP) ## pin every dependency anew, with hashes
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --no-header --no-annotate --upgrade \
	    --output-file requirements.lock pyproject.toml

picture: $(STAMP) ## take the README's picture anew
	$(BIN)/python scripts/picture

clean: ## remove what setup and the tools made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
