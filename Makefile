# Sonotheque: `make demo` shows it, `make test` tries it. Everything made lies in var/.
# No target is a file and none holds a path: folders may have spaces and accents in their names.

# Variables given to make (PORT=8080 AUDIO=~/sounds) reach the programs as environment.
PYTHON ?= python3
VAR := $${SONOTHEQUE_VAR:-var}
RUN := "$(VAR)/venv/bin/python"

.PHONY: help setup demo up doctor test check schema bench faults

help:
	@echo "make demo    set up, ingest real recordings, analyse them and serve the site (AUDIO=DIR adds your own)"
	@echo "make up      serve the site without the demo"
	@echo "make test    run every check and the whole test suite"
	@echo "make check   format, types, imports, migrations, schema, front end; no tests"
	@echo "make doctor  say what is missing or wrong, and how to mend it"
	@echo "make bench   measure (ONLY=P-13 for one)        make faults  break things on purpose (ONLY=F-01)"
	@echo "make setup   what all of these begin with       PORT, HOST, SONOTHEQUE_VAR, DATABASE_URL, REDIS_URL: see README"

setup:
	@command -v "$(PYTHON)" >/dev/null || { echo "No $(PYTHON) found: Sonotheque needs Python 3.11 or newer (make PYTHON=/path/to/python3)." >&2; exit 1; }
	@"$(PYTHON)" -I config/bootstrap.py
	@$(RUN) -m config.site

demo: setup
	@$(RUN) manage.py demo

up: setup
	@$(RUN) manage.py up

doctor: setup
	@$(RUN) manage.py doctor

check: setup
	@$(RUN) -m config.check

schema: setup
	@$(RUN) -m config.schema write

test: check
	@$(RUN) -m pytest -p no:cacheprovider --numprocesses 2 --dist loadscope --no-loadscope-reorder $(PYTEST)

bench: setup
	@$(RUN) -m tests.benchmarks $(ONLY)

faults: setup
	@$(RUN) -m tests.faults $(ONLY)
