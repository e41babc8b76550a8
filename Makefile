# What one can do here; `make help` lists it. Options go to the program: make run ARGS="--help".

RELEASE := swift build -c release --scratch-path .build-release

.DEFAULT_GOAL := help
.PHONY: help run call test check format bench fuzz setup clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## install what is missing, build, and start everything on this machine
	@$(RELEASE) --product parley
	@exec .build-release/release/parley dev $(ARGS)

call: setup ## place a call without a browser
	@$(RELEASE) --product parley
	@exec .build-release/release/parley call $(ARGS)

test: ## install what is missing and run every suite
	@Scripts/setup test
	@Scripts/test

check: ## format, lint and the rules of the house
	@Scripts/swift-files | xargs -0 swift format lint --strict --parallel
	@swift test --filter ArchitectureTests

format: ## put the sources in the house format
	@Scripts/swift-files | xargs -0 swift format format --in-place --parallel

bench: setup ## measure, and compare with the limits
	@$(RELEASE) --product parley
	@$(RELEASE) --product parley-bench
	@exec .build-release/release/parley-bench $(ARGS)

fuzz: ## feed hostile input to everything that reads what strangers send
	@Scripts/setup run
	@Scripts/fuzz $(ARGS)

setup: ## install what `make run` needs
	@Scripts/setup run

clean: ## remove what was built; what was installed stays
	rm -rf .build .build-release .build-fuzz
