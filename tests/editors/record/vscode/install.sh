#!/usr/bin/env bash
# code-server 4.100.3 (VS Code 1.100.3) and what records it, into a folder of their own: install.sh FOLDER.
# Needs node 20, npm, g++, python3, make, and chromium and ripgrep of the system. Scripts of packages would fetch from elsewhere, so none
# is run; the native modules are compiled here.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
fetch() { npm install --ignore-scripts --no-audit --no-fund "$@"; }
compile() { (cd "$1" && node "$(npm root -g)/npm/node_modules/node-gyp/bin/node-gyp.js" rebuild --nodedir="${NODEDIR:-/usr}"); }

[ -f package.json ] || echo '{"private":true}' >package.json
fetch code-server@4.100.3
code=$PWD/node_modules/code-server/lib/vscode
(cd "$code" && fetch --omit=dev)
(cd "$code/extensions" && fetch --omit=dev && node postinstall.mjs)
ln -sfn node_modules "$code/node_modules.asar"
mkdir -p "$code/node_modules/@vscode/ripgrep/bin"
ln -sf "$(command -v rg)" "$code/node_modules/@vscode/ripgrep/bin/rg"
npm_config_build_from_source=argon2 npm rebuild argon2
for module in node-pty @vscode/spdlog native-watchdog; do compile "$code/node_modules/$module"; done

mkdir -p recorder
cp "$here"/{package.json,extension.js,drive.mjs} recorder/
cd recorder
fetch
npx --no-install esbuild extension.js --bundle --platform=node --format=cjs --external:vscode --outfile=dist/extension.cjs
