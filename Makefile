# `make site` and `make test` do all the set-up there is.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
LOCKED := $(addsuffix /node_modules/.package-lock.json,cms tests/editor tests/observatory)
NODE_LOCKS := $(patsubst %/package-lock.json,%,$(wildcard */package-lock.json */*/package-lock.json))
ENGINES_LOCKED := tests/engines/node_modules/.package-lock.json
# A browser has processes of its own: more workers than processors make its tests wait too long.
WORKERS ?= auto
PYTEST := $(PY) -m pytest -n $(WORKERS) --dist loadgroup
# Tests start the program many times: let it be compiled once.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: identical fuzz site set-up test lint every-test quick tables elsewhere serve check clean chromium lock golden fields \
  screens hooks mutants shapes engines audit sbom

site: $(VENV)/site.stamp
	$(PY) build.py build
	@echo "Open site/index.html, or type: make serve"

serve: $(VENV)/site.stamp
	$(PY) build.py serve --drafts --lang ar

check: $(VENV)/site.stamp
	$(PY) build.py check

# All that the tests need. With -j, Python's packages come beside the system's.
set-up: $(VENV)/test.stamp chromium $(LOCKED)

# Everything that must hold of the program; lint and types beside the tests.
test: set-up
	@$(MAKE) --no-print-directory -j2 lint every-test

lint: $(VENV)/test.stamp
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

every-test: $(VENV)/test.stamp
	@if [ -n "$$CI" ] || sh tests/browser/find-chromium.sh >/dev/null; then \
	  $(PYTEST); \
	else \
	  echo "NO CHROMIUM HERE: the browser tests do not run"; \
	  $(PYTEST) -m "not browser"; \
	fi

# What is known in seconds: lint, types, and the tables that build no site and start no program.
quick: $(VENV)/test.stamp
	@$(MAKE) --no-print-directory -j2 lint tables

TABLES := alphabet apart architecture arabic_dates counts dates desk fold guide house isolate \
  problems prose report schema search stylesheet terms units

tables: $(VENV)/test.stamp
	$(PY) -m pytest -q -m "not slow" $(foreach name,$(TABLES),tests/test_$(name).py)

# The program's tests with other explainers in the place of content/: nothing may hang on it.
elsewhere: $(VENV)/test.stamp chromium $(LOCKED)
	tests/elsewhere.sh -n $(WORKERS) --dist loadgroup

# The browser that the tests drive, where this machine lets it be installed.
chromium:
	@sh tests/browser/install-chromium.sh

# What readers do, in Chromium, Firefox and WebKit, on the large invented site: minutes, so never
# part of `make test`. ENGINE='firefox webkit' chooses.
engines: $(VENV)/site.stamp chromium $(ENGINES_LOCKED)
	@sh tests/engines/install.sh
	$(PY) build.py build --content tests/large --out .cache/engines
	xvfb-run -a -s "-screen 0 1600x1200x24" node tests/engines/run.mjs .cache/engines $(ENGINE)

# One after another: two installations of the system's packages wait for none.
tests/editor/node_modules/.package-lock.json: | cms/node_modules/.package-lock.json
tests/observatory/node_modules/.package-lock.json: | tests/editor/node_modules/.package-lock.json

# The form in the browser, the linter of workflows and the server inside editors, by their locks.
%/node_modules/.package-lock.json: %/package-lock.json | chromium
	@sh tests/install-node.sh
	@if command -v npm >/dev/null; then \
	  cd $* && npm ci --ignore-scripts --no-audit --no-fund --silent; \
	else \
	  echo "NO NPM HERE: the tests that need $* do not run"; \
	fi

# Check before each commit.
hooks: $(VENV)/test.stamp
	$(VENV)/bin/pre-commit install

golden: $(VENV)/test.stamp
	GOLDEN=write $(PY) -m pytest -q tests/test_golden.py

# What is made from the fields of the models: the schemas, and the tables of the guide.
fields: $(VENV)/site.stamp
	$(PY) -m explainer.editors.schema schemas
	$(PY) -m explainer.editors.field_tables docs/guide.md

# Pictures of every kind of page into .cache/screens/, and their hashes anew.
screens: $(VENV)/test.stamp chromium
	SCREENS=write $(PY) -m pytest -q tests/browser/test_screens.py

# The lands that maps are drawn from, anew out of their packages. Needs npm and node.
shapes:
	sh bench/shapes/make.sh

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: requirements.txt | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(PY) -m explainer.site.typeface .cache/fonts
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt requirements.txt | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(PY) -m explainer.site.typeface .cache/fonts
	@touch $@ $(VENV)/site.stamp

# Change what loads, reads dates, publishes and escapes in a thousand places, one at a time, and see
# that the tests notice. Takes an hour; ONLY='*__mutmut_*3' is a sample of a tenth.
mutants: $(VENV)/test.stamp
	nice $(VENV)/bin/mutmut run $(if $(ONLY),'$(ONLY)')
	$(PY) bench/mutants.py

# Contents and bytes that nobody would think of, very many and new ones every time; takes minutes.
fuzz: $(VENV)/test.stamp
	FUZZ=$(or $(TIMES),40) nice $(PY) -m pytest -q -x tests/test_sound.py

# Pin every dependency anew, with hashes and without any index address.
lock: requirements.in requirements-dev.in requirements-audit.in
	$(VENV)/bin/pip install --quiet uv
	$(VENV)/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q requirements.in -o requirements.txt
	$(VENV)/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q requirements-dev.in -o requirements-dev.txt
	$(VENV)/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q requirements-audit.in -o requirements-audit.txt
	$(VENV)/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q bench/shapes/requirements.in -o bench/shapes/requirements.txt

# What auditing needs has an environment of its own, so that a list of parts names the site's alone.
.venv-audit/stamp: requirements-audit.txt
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.txt
	@touch $@

# Ask whether anything that is pinned has a known hole. Needs a network, and npm.
audit: .venv-audit/stamp
	set -e; for lock in $(wildcard requirements*.txt bench/*/requirements.txt); do echo "$$lock"; \
	  .venv-audit/bin/pip-audit --require-hashes --disable-pip -r $$lock; done
	set -e; for folder in $(NODE_LOCKS); do echo "$$folder"; (cd $$folder && npm audit --package-lock-only); done

# The parts that a site is built with, as CycloneDX, out of the environment that builds it.
sbom: $(VENV)/site.stamp .venv-audit/stamp
	.venv-audit/bin/cyclonedx-py environment --output-reproducible --output-file $(or $(OUT),sbom.cdx.json) $(PY)

# One content in many environments, and by MkDocs NG and ProperDocs: the same files. Needs a network.
identical: $(VENV)/test.stamp
	$(PY) -m bench.identical.run $(if $(OTHER),--python $(abspath $(OTHER)))

clean:
	rm -rf site site-cms mutants .cache .venv-audit $(VENV) $(dir $(LOCKED) $(ENGINES_LOCKED))
