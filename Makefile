# Everything here needs Python 3.11 or newer, git and make, nothing else; it works with GNU Make 3.81 and newer.
# All paths are relative, so the folder's own path may hold spaces.
#
#   PYTHON=/path/to/python3   builds the environment with that Python
#   CHROMIUM=/path/to/chrome  runs the browser tests with that browser
#   ADDRESS=127.0.0.1:8001    serves the site there
#   BROWSER=no                leaves the browser tests out, and says so
#   SECONDS=600               fuzzes each law for so long
#   VERSION=1.2               what `make publish` calls the version; PUSH=yes sends it to the remote,
#                             LATEST=no keeps readers at the version where they are

VENV := .venv
PY := $(VENV)/bin/python
INSTALLED := $(VENV)/.installed
BESIDE := $(VENV)/.beside
ADDRESS ?= 127.0.0.1:8000
SECONDS ?= 60

SELECTED := not slow and not beside
ifeq ($(BROWSER),no)
LEFT_OUT := and not browser
else
CHROMIUM_READY := browser
endif

# Material tells on every run of MkDocs that MkDocs 2 will not carry it; pyproject.toml stays below 2.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve test test-all site zensical publish bench fuzz lint types rooms pytest format picture browser clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

serve: $(INSTALLED) ## Build the sample site and serve it, reloading on every change
	$(PY) -m mkdocs serve --livereload --dev-addr $(ADDRESS)

test: lint types rooms pytest ## Run every check and test; BROWSER=no leaves the browser tests out

test-all: SELECTED := slow or not slow
test-all: $(BESIDE) test ## The same with the thousands of generated blueprints and the plugins of others

site: $(INSTALLED) ## Build the sample site into site/, any warning being an error
	$(PY) -m mkdocs build --strict

zensical: $(INSTALLED) ## Build the same site with Zensical, into .cache/plain/site/
	$(PY) tools/plain_docs.py .cache/plain
	$(PY) -m zensical build --strict --config-file .cache/plain/mkdocs.yml

publish: $(INSTALLED) ## Publish the site as VERSION=1.2 on the branch gh-pages; with PUSH=yes at its remote too
	$(PY) tools/publish.py

lint: $(INSTALLED) ## Check style and formatting, of scripts and style sheets too
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(VENV)/bin/oxlint --deny-warnings
	$(PY) tools/lint_css.py $$(git ls-files '*.css')

types: $(INSTALLED) ## Check types
	$(PY) -m mypy

rooms: $(INSTALLED) ## Check that no room of the house imports one above it
	$(VENV)/bin/lint-imports --no-logo

pytest: $(INSTALLED) $(CHROMIUM_READY) ## Run the tests alone
ifeq ($(BROWSER),no)
	@echo "*** BROWSER=no: the tests that need a Chromium are LEFT OUT of this run."
endif
	$(PY) -m pytest -m "($(SELECTED)) $(LEFT_OUT)" --numprocesses auto --dist loadfile
ifeq ($(BROWSER),no)
	@echo "*** BROWSER=no: the tests that need a Chromium were LEFT OUT of this run."
endif

bench: $(INSTALLED) browser ## Measure speed, compare with Graphviz and Mermaid (by npm), gauge 2,000 generated drawings
	$(PY) -m pip install --quiet --editable '.[bench]'
	PYTHONPATH=tests $(PY) -m benchmarks.starting
	PYTHONPATH=tests $(PY) -m benchmarks.speed
	PYTHONPATH=tests $(PY) -m benchmarks.linking
	PYTHONPATH=tests $(PY) -m benchmarks.limits --png
	PYTHONPATH=tests $(PY) -m benchmarks.against_graphviz
	$(PY) -m pytest -m slow
	PYTHONPATH=tests $(PY) -m benchmarks.against_mermaid

fuzz: $(INSTALLED) ## Look for files that break a law, SECONDS=60 for each law; needs Linux
	$(PY) -m pip install --quiet --editable '.[fuzz]'
	PYTHONPATH=tests $(PY) -m fuzz.coverage_guided --seconds $(SECONDS)

format: $(INSTALLED) ## Mend style and formatting
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

picture: $(INSTALLED) ## Draw the README's picture anew
	$(VENV)/bin/service-blueprint draw blueprints/laptop-request.yml --view actors --out docs/assets

browser: $(INSTALLED) ## Find a Chromium for the tests, or install one
	$(PY) tests/browser.py

clean: ## Remove all that was made here, the environment too
	rm -rf $(VENV) site dist .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BESIDE): $(INSTALLED)
	$(PY) -m pip install --quiet --editable '.[beside]'
	@touch $@

$(INSTALLED): pyproject.toml tools/find-python
	test -x $(PY) || "$$(sh tools/find-python "$(PYTHON)")" -m venv $(VENV)
	@echo "Installing into $(VENV); this takes a minute or two."
	$(PY) -m pip install --quiet --editable '.[dev]'
	@touch $@
