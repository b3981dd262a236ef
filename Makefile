# The only commands to know. README.md says what each does.
PYTHON ?= python3
VENV = .venv/bin/python

.PHONY: setup run test bench evaluate lint lock

setup:
	@$(PYTHON) newsroom/bootstrap.py

run: setup
	@$(VENV) -m newsroom

test: setup
	@$(VENV) -m tests.machine
	@$(VENV) -m pytest $(ARGS)

bench: setup
	@DJANGO_SETTINGS_MODULE=newsroom.settings_bench $(VENV) manage.py bench $(ARGS)

evaluate: setup
	@$(VENV) manage.py evaluate $(or $(PAIRS),../shared/data/ntrex/pairs.tsv)

lint: setup
	$(VENV) -m ruff check
	$(VENV) -m ruff format --check

lock: setup
	$(VENV) -m uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-header --quiet --output-file requirements.lock
