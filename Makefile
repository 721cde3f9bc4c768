# Every target sets itself up: the virtual environment is made when it is missing or pyproject.toml or constraints.txt has changed.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
export PYTHON TORCH_INDEX
BIN := .venv/bin
READY := .venv/.ready
TOOLS := .venv/.ready-for-development
INDEX := $(or $(PARKQA_INDEX__FOLDER),index)

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): pyproject.toml constraints.txt set_up.sh
	@./set_up.sh
	@touch $@

$(TOOLS): pyproject.toml constraints.txt set_up.sh
	@./set_up.sh dev
	@touch $(READY) $@

# Another Python than that of .venv: everything anew.
ifneq ($(PYTHON),)
ifneq ($(shell $(PYTHON) -V 2>&1),$(shell test -x $(BIN)/python && $(BIN)/python -V 2>&1))
.PHONY: $(READY) $(TOOLS)
endif
endif

.PHONY: install
install: $(READY) ## Make .venv with the commands parkqa and reindex

$(INDEX)/CURRENT: | $(READY)
	@echo "No index yet: indexing the articles …" >&2
	@$(BIN)/parkqa reindex >&2

.PHONY: ask
ask: $(READY) | $(INDEX)/CURRENT ## Ask a question: make ask Q="银川经开区2022年奖励了多少家企业"
	@$(BIN)/parkqa ask $(ARGS) -- "$$Q"
ask: override export Q := $(value Q)

.PHONY: chat
chat: $(READY) | $(INDEX)/CURRENT ## Ask in a conversation
	@$(BIN)/parkqa chat

.PHONY: reindex
reindex: $(READY) ## Bring the index up to date with the articles
	@$(BIN)/parkqa reindex $(ARGS)

.PHONY: bot
bot: $(READY) | $(INDEX)/CURRENT ## Run the Telegram bot (token in PARKQA_BOT__TOKEN)
	@$(BIN)/parkqa bot

.PHONY: evaluate
evaluate: $(READY) ## Measure quality: make evaluate FOLDER=my-questions
	@$(BIN)/parkqa evaluate $(ARGS) -- "$$FOLDER"
evaluate: override export FOLDER := $(value FOLDER)

.PHONY: bench bench-full
# The short form: 100 questions, reckoned eight minutes on an idle machine with two cores (11.4 were measured with all 159), and once the others' packages.
bench: $(TOOLS) ## Measure speed and memory beside others, the short form, and draw docs/benchmarks.md again: make bench NEWS=articles.jsonl
	@$(BIN)/python -m benchmarks.speed $(and $(NEWS),--news "$(NEWS)") $(ARGS)
	@$(BIN)/python -m benchmarks.page

bench-full: $(TOOLS) ## The same over 10,000 passages too, servers over HTTP, profiles, and what indexes of up to a million cost
	@$(BIN)/python -m benchmarks.scale
	@$(BIN)/python -m benchmarks.speed --full $(and $(NEWS),--news "$(NEWS)") $(ARGS)
	@$(BIN)/python -m benchmarks.servers $(and $(NEWS),--news "$(NEWS)")
	@$(BIN)/python -m benchmarks.profile
	@$(BIN)/python -m benchmarks.page

.PHONY: pictures
pictures: $(TOOLS) ## Draw the pictures of the README again and record its conversation, from answers as they are now
	@$(BIN)/python -m docs.pictures.draw

.PHONY: lock
lock: $(READY) ## Write requirements.lock again after a change of dependencies; needs torch's own index, or UV_NO_SOURCES=1 UV_FIND_LINKS=…
	@$(BIN)/python -m venv build/lock
	@build/lock/bin/pip install --quiet uv
	@build/lock/bin/uv pip compile pyproject.toml --extra milvus --extra ocr --extra postgresql --constraint constraints.txt --no-emit-package torch \
		--python-platform linux --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock" \
		--quiet --output-file requirements.lock

.PHONY: test
test: $(TOOLS) ## Run all tests, on every core
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile --max-worker-restart 0 $(ARGS)

.PHONY: lint
lint: $(TOOLS) ## Check format, style and types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

.PHONY: check
check: lint test ## Everything that must hold before a commit

.PHONY: clean
clean: ## Remove .venv and caches; the index and the articles stay
	rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
