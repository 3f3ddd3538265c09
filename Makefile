# Every command, the same on a laptop and in CI. All of them install what is missing first.
PYTHON ?= python3
LAUNCHER = $(PYTHON) -m launcher

.DEFAULT_GOAL := help
.PHONY: help up down reset test chaos check e2e audit lock openapi format

help: ## list these commands
	@echo "Carillon. Start with: make up"
	@echo
	@awk -F ':.*## ' '/^[a-z0-9%-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@for folder in bench/*/; do [ -f "$$folder/__main__.py" ] || continue; \
	  printf '  make %-10s %s\n' "bench-$$(basename "$$folder")" "$$(sed -n '1s/"""//gp' "$$folder/__main__.py")"; done

up: ## install what is missing, start everything, print the address (PORT=4200 for other ports)
	@$(LAUNCHER) up $(if $(PORT),--port $(PORT))

down: ## stop a running Carillon
	@$(LAUNCHER) down

reset: ## remove all data, after asking (YES=1 does not ask)
	@$(LAUNCHER) reset $(if $(YES),--yes)

test: ## every test of every part (ONLY="backend web" for some: sandbox backend launcher bench chaos web e2e)
	@$(LAUNCHER) test $(ONLY)

chaos: ## kill everything while posts come due, and see that each goes out once (SEED=7, TIER=2|3|4|5, MUTANT=no_fence)
	@$(LAUNCHER) chaos $(if $(TIER),--tier $(TIER)) $(if $(SEED),--seed $(SEED)) $(if $(MUTANT),--mutant $(MUTANT)) $(ARGS)

check: ## format, lint, types, import directions, generated files
	@$(LAUNCHER) check

e2e: ## the browser journeys alone
	@$(LAUNCHER) test e2e

audit: ## walk through the checklist of TikTok's Direct Post audit in a browser, and print each point
	@$(LAUNCHER) audit

lock: ## write the lock files anew (UPGRADE=1 for the newest versions)
	@$(LAUNCHER) lock $(if $(UPGRADE),--upgrade)

openapi: ## write frontend/openapi.json and the types made from it anew
	@$(LAUNCHER) openapi

format: ## bring the format of all code in order
	@$(LAUNCHER) format

bench-%:
	@$(LAUNCHER) bench $* $(ARGS)
