# The only commands to know. README.md says what each does.
PYTHON ?= python3
VENV = .venv/bin/python

.PHONY: setup run test lint lock

setup:
	@$(PYTHON) newsroom/bootstrap.py

run: setup
	@$(VENV) -m newsroom

test: setup
	@$(VENV) -m tests.machine
	@$(VENV) -m pytest $(ARGS)

lint: setup
	$(VENV) -m ruff check
	$(VENV) -m ruff format --check

lock: setup
	$(VENV) -m uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-header --quiet --output-file requirements.lock
