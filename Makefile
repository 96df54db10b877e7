# The commands of the project. `make run` and `make test` install what is missing and say what they install.
.PHONY: run test bench check package contract icons pictures animation format

run: ## build and open the app
	@.ci/install run
	@npm --prefix ui run --silent build
	@cargo build --locked
	@.ci/show

test: ## every test, the real window included
	@.ci/install test
	@npm --prefix ui run --silent build
	@.ci/tests

bench: ## how long 100,000 blocks and a mail of 1 MB take, each beside a plain reader of the same
	cargo bench --locked --package td-desk --bench our_sites
	cargo bench --locked --package td-desk --bench a_mail

check: ## format, lints, docs, types, layers, rules
	@.ci/install run
	@npm --prefix ui run --silent build
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --locked --quiet
	npm --prefix ui run --silent lint
	npm --prefix ui run --silent check
	.ci/layers --self-test
	.ci/layers
	.ci/texts

package: ## a .deb in target/release/bundle/deb
	@.ci/install run
	ui/node_modules/.bin/tauri build --bundles deb

contract: ## the TypeScript of the contract, from its Rust
	cargo run --locked --quiet -p td-desk --example contract > target/contract.ts
	mv target/contract.ts ui/src/backend/contract.ts

icons: ## all icons, from icons/icon.svg
	ui/node_modules/.bin/tauri icon icons/icon.svg -o target/icons
	cp target/icons/32x32.png target/icons/128x128.png target/icons/128x128@2x.png target/icons/icon.png target/icons/icon.ico target/icons/icon.icns icons/

pictures: ## pictures of every screen, in target/pictures
	@.ci/install test
	@npm --prefix ui run --silent build
	@cargo build --locked
	@tests/e2e/run pictures

animation: ## the README's animation and stills, from the real window
	@tests/e2e/run flow pictures
	convert -loop 0 -delay 160 target/pictures/flow-*.png -resize 800x -layers optimize +dither -colors 64 docs/pictures/flow.gif
	convert target/pictures/check-mail-light-1280.png -strip docs/pictures/check-and-send-light.png
	convert target/pictures/cases-dark-1280.png -strip docs/pictures/cases-dark.png
	convert target/pictures/sites-blocks-light-1280.png -strip docs/pictures/our-sites-light.png

format: ## every file as the formatters want it
	cargo fmt --all
	npm --prefix ui run --silent format
