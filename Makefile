# Two commands set everything up on a fresh Debian or Ubuntu with a Swift toolchain: make demo, make test.

SWIFT ?= swift
PACKAGES = libyaml-dev pkg-config python3
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: all build demo test tutorial docs deb systemd browser lint format packages bench fuzz readmes kit clean

all: build

## Installs the few system packages that are missing.
packages:
	@if ! pkg-config --exists yaml-0.1 2>/dev/null || ! command -v python3 >/dev/null; then \
		echo "installing $(PACKAGES)"; \
		$(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PACKAGES) >/dev/null; \
	fi

build: packages
	$(SWIFT) build -c release --product linecaster

## Starts the daemon on an inbox, drops the example articles in, and shows what came out.
demo: packages
	@$(SWIFT) build --product linecaster
	@Examples/demo.sh .build/debug/linecaster

test: packages lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	Tests/Tutorial/run.sh

## Runs the commands of the tutorial as they stand.
tutorial: packages
	Tests/Tutorial/run.sh

## Builds the Debian package in .build/deb.
deb: packages
	@for tool in chrpath strip dpkg-deb; do command -v $$tool >/dev/null || missing=yes; done; \
	if [ "$$missing" ]; then $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chrpath binutils dpkg >/dev/null; fi
	SWIFT=$(SWIFT) Packaging/debian/build.sh .build/deb

## Runs the package's unit under a real systemd, in a Debian 12 of its own. Needs root.
systemd: deb
	Tests/Systemd/run.sh .build/deb

## Looks at the status page in a headless Chromium, and leaves screenshots in .build/browser.
browser: build
	@command -v chromium >/dev/null || $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >/dev/null
	Tests/Browser/run.py .build/release/linecaster .build/browser

## Writes the kit's documentation, from its sources and its DocC catalog, to .build/documentation.
docs: packages
	$(SWIFT) package --allow-writing-to-directory .build/documentation generate-documentation --target LinecasterKit \
		--output-path .build/documentation --warnings-as-errors

lint:
	$(SWIFT) format lint --recursive --strict --parallel Package.swift Sources Plugins Pipelines Tests

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Plugins Pipelines Tests

## Measures speed and memory; see BENCHMARKS.md.
bench: build
	$(SWIFT) build -c release --product linecaster-bench
	.build/release/linecaster-bench all --program .build/release/linecaster

## Lets libFuzzer look for texts that break normalize and repair: make fuzz TIME=600. What it learned stays in .build/corpus.
TIME ?= 600
fuzz: packages
	LINECASTER_FUZZ=1 $(SWIFT) build -c release --scratch-path .build/fuzz --sanitize fuzzer --product linecaster-fuzz
	@mkdir -p .build/corpus
	.build/fuzz/release/linecaster-fuzz .build/corpus Examples/articles -max_total_time=$(TIME) -max_len=20000

## Writes the generated part of each stage's README anew.
readmes:
	@$(SWIFT) build --product linecaster
	@Plugins/write-readmes.sh .build/debug/linecaster
	@Plugins/write-artifacts.py

## Writes down which sources of the kit a library must have been built against.
kit:
	@digest=$$(find Sources/LinecasterKit -name '*.swift' | LC_ALL=C sort | xargs cat | sha256sum | cut -c1-16); \
	sed -i "s/LINECASTER_KIT_INTERFACE \"[0-9a-f]*\"/LINECASTER_KIT_INTERFACE \"$$digest\"/" Sources/CKitNote/include/CKitNote.h

clean:
	rm -rf .build demo
