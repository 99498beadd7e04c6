# Needs Python 3.11 or newer and make; everything else is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: demo test oldest lint types bench clean

# Extracts a sample to the terminal.
demo: $(INSTALLED)
	$(BIN)/planparse extract samples/$(SAMPLE) --format table

SAMPLE ?= township.txt

test: $(INSTALLED)
	$(BIN)/pytest -n auto $(PYTEST)

# The tests with the oldest packages that pyproject.toml allows, in an environment of their own.
oldest: .venv-oldest
	$</bin/pytest -n auto $(PYTEST)

.venv-oldest: pyproject.toml
	$(PYTHON) -m venv $@
	$(PYTHON) tests/oldest.py | $@/bin/python -m pip install --quiet --requirement /dev/stdin
	$@/bin/python -m pip install --quiet --no-deps --editable .
	touch $@

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED)
	$(BIN)/mypy

# PEERS=1 also measures JioNLP and Recognizers-Text, installed into an environment of their own.
bench: $(INSTALLED) $(if $(PEERS),.venv-bench)
	$(BIN)/python -m benchmarks $(if $(PEERS),speed peers startup linear memory)

.venv-bench:
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet jionlp recognizers-text-suite emoji==1.7.0 setuptools


# The stamp is older than pyproject.toml when a dependency has changed: install again.
$(INSTALLED): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "planparse needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[all,test,dev]'
	touch $(INSTALLED)

clean:
	rm -rf .venv .venv-bench .venv-oldest .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
