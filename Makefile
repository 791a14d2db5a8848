# warroom: build, test, measure, install. `make help` lists what there is.

SWIFT ?= swift
PREFIX ?= /usr/local
BUILD_PACKAGES := libncurses-dev libsqlite3-dev tzdata
TEST_PACKAGES := $(BUILD_PACKAGES) tmux strace
BENCH_PACKAGES := $(BUILD_PACKAGES) htop strace
# The Swift runtime goes into the binary, so that it starts fast and runs where no toolchain is.
# Addresses to be set at the start take a hundredth of the room where the C library knows how (2.36): less to read.
RELR := $(shell printf '2.36\n%s\n' "$$(getconf GNU_LIBC_VERSION | cut -d' ' -f2)" | sort -V -C && \
	echo -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs)
RELEASE := -c release --static-swift-stdlib $(RELR)
# SwiftPM's own folder, so that two kinds of build do not undo each other.
RELEASE_PATH := --scratch-path .build-release
WARROOM = $(shell $(SWIFT) build $(RELEASE) $(RELEASE_PATH) --product warroom --show-bin-path)/warroom

.PHONY: help run build test bench install uninstall format lint readme clean build-packages test-packages bench-packages

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | column -t -s '	'

run: build ## build and open the board on demo data
	@"$(WARROOM)" demo

build: build-packages ## build the release binary
	$(SWIFT) build $(RELEASE) $(RELEASE_PATH) --product warroom

# What runs the program and real terminals goes last and alone, so that it is not starved.
test: test-packages ## build and run every test
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --skip WarroomTests
	$(SWIFT) test --skip-build --filter WarroomTests

bench: bench-packages build ## measure speed, as ratios and counts
	$(SWIFT) build $(RELEASE) $(RELEASE_PATH) --product bench
	"$(dir $(WARROOM))bench" all --warroom "$(WARROOM)"

install: build ## install the binary, its man page and completions under PREFIX
	install -D -m 755 "$(WARROOM)" "$(DESTDIR)$(PREFIX)/bin/warroom"
	install -d "$(DESTDIR)$(PREFIX)/share/man/man1" "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	"$(WARROOM)" manual --man > "$(DESTDIR)$(PREFIX)/share/man/man1/warroom.1"
	"$(WARROOM)" --generate-completion-script bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/warroom"
	"$(WARROOM)" --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_warroom"
	"$(WARROOM)" --generate-completion-script fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/warroom.fish"

uninstall: ## remove what install put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/warroom" "$(DESTDIR)$(PREFIX)/share/man/man1/warroom.1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/warroom" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_warroom" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/warroom.fish"

readme: build ## write the README's generated parts and its picture anew
	"$(WARROOM)" manual --readme README.md
	LC_ALL=C.UTF-8 "$(WARROOM)" manual --picture > docs/board.svg

format: ## format the sources
	$(SWIFT) format -i -r Sources Tests Package.swift

lint: ## check the format of the sources
	$(SWIFT) format lint -s -r Sources Tests Package.swift

clean: ## remove what was built
	rm -rf .build .build-release

# Installs Debian packages that are missing, as root or with sudo; says which where neither is possible.
define need
	@missing=""; for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then sudo=""; elif command -v sudo >/dev/null; then sudo="sudo"; \
	  else echo "missing packages:$$missing; install them as root: apt-get install$$missing" >&2; exit 1; fi; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq $$missing; \
	fi
	@command -v $(SWIFT) >/dev/null || { echo "no Swift toolchain: install Swift 6 and put swift on the PATH" >&2; exit 1; }
endef

build-packages:
	$(call need,$(BUILD_PACKAGES))
test-packages:
	$(call need,$(TEST_PACKAGES))
bench-packages:
	$(call need,$(BENCH_PACKAGES))
