# Two commands do all the set-up on a machine that has Swift and apt: `make report`, `make test`.

SHELL := /bin/bash
SWIFT ?= swift
PYTHON ?= python3
JOBS ?= $(shell nproc 2>/dev/null || echo 1)
STEEPNESS := .build/release/steepness
STAGES := build tests lint proofs release notebooks run-folders ledger-check coq-terms $(if $(wildcard Tests/leaks.sh),leaks)

.DEFAULT_GOAL := help
.PHONY: help report test build release tests lint install install-test \
  proofs proofs-compiled proofs-record notebooks notebooks-record run-folders peers ledger ledger-check coq-terms leaks clean

help: ## This list
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

report: ## Installs, builds, judges every claim and writes report/index.html
	@scripts/timed.sh install scripts/install.sh build
	@scripts/timed.sh build $(SWIFT) build -c release --product steepness
	@scripts/timed.sh report $(STEEPNESS) report -o report
	@echo "report/index.html"

test: install-test ## Installs and runs every check; the last line counts them
	@scripts/stages.sh $(STAGES)

install: # System packages that the program itself needs
	@scripts/install.sh build

install-test: # And those that its checks need
	@scripts/install.sh build test

build: install ## Debug build; a warning is an error
	@$(SWIFT) build

tests: build ## Swift tests
	@$(SWIFT) test

lint: ## Format and style of all Swift
	@$(SWIFT) format lint --strict -r Sources Tests Package.swift

release: install ## The optimised command line
	@$(SWIFT) build -c release --product steepness

proofs: proofs-compiled release ## Compiles the Coq proofs; compares their record and comments
	@$(PYTHON) Proofs/record_test.py
	@STEEPNESS=$(CURDIR)/$(STEEPNESS) $(PYTHON) Proofs/record.py check

proofs-record: proofs-compiled release ## Rewrites the record of the proofs
	@STEEPNESS=$(CURDIR)/$(STEEPNESS) $(PYTHON) Proofs/record.py write

proofs-compiled: install-test
	@$(MAKE) --no-print-directory -C Proofs -j$(JOBS)

.venv/.complete: Notebooks/requirements.txt
	@rm -rf .venv
	@$(PYTHON) -m venv .venv
	@.venv/bin/python -m pip install -q --disable-pip-version-check -r $<
	@touch $@

notebooks: release .venv/.complete ## Runs every notebook headless; fails where what it says is out of date
	@STEEPNESS=$(CURDIR)/$(STEEPNESS) .venv/bin/python Notebooks/outputs_test.py
	@STEEPNESS=$(CURDIR)/$(STEEPNESS) STEEPNESS_QUICK=1 .venv/bin/python Notebooks/run.py check

notebooks-record: release .venv/.complete ## Stores new outputs in the notebooks
	@STEEPNESS=$(CURDIR)/$(STEEPNESS) .venv/bin/python Notebooks/run.py write

.venv-files/.complete: Tests/RunFolders/requirements.txt
	@rm -rf .venv-files
	@$(PYTHON) -m venv .venv-files
	@.venv-files/bin/python -m pip install -q --disable-pip-version-check -r $<
	@touch $@

run-folders: release .venv-files/.complete ## What training writes, read by Python's own packages
	@STEEPNESS=$(CURDIR)/$(STEEPNESS) .venv-files/bin/python Tests/RunFolders/check.py

.venv-peers/.complete: Tests/Peers/requirements.txt
	@rm -rf .venv-peers
	@$(PYTHON) -m venv .venv-peers
	@.venv-peers/bin/python -m pip install -q --disable-pip-version-check -r $<
	@touch $@

peers: release .venv-peers/.complete ## NumPy, numba, JAX, SciPy and python-flint beside 'bench scalars' and 'bench flow'
	@STEEPNESS=$(CURDIR)/$(STEEPNESS) OPENBLAS_NUM_THREADS=1 .venv-peers/bin/python Tests/Peers/scalars.py
	@STEEPNESS=$(CURDIR)/$(STEEPNESS) OPENBLAS_NUM_THREADS=1 .venv-peers/bin/python Tests/Peers/flow.py

ledger: release ## Rewrites the README's table of verdicts
	@$(PYTHON) scripts/ledger.py write

ledger-check: release ## README's table and the proofs' claims against the program
	@$(PYTHON) scripts/ledger.py check

coq-terms: release proofs-compiled ## Coq reads the printed terms and proves the exported identities
	@STEEPNESS=$(CURDIR)/$(STEEPNESS) $(PYTHON) scripts/coq_terms.py

leaks: ## Memory leaks
	@Tests/leaks.sh

clean: ## Removes what the other targets made
	@rm -rf .build .venv .venv-files .venv-peers report
	@$(MAKE) -s -C Proofs clean
