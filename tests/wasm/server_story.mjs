// The server compiled to WebAssembly, fed by node in single-threaded mode: a note is opened, checked, edited, fixed, saved, and its twin
// is written through WASI. What it finds is held to what the native server finds.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { WASI } from 'node:wasi';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'wasm-server-'));
const config = path.join(work, 'config');
fs.mkdirSync(path.join(config, 'paravent'), { recursive: true });
fs.writeFileSync(path.join(config, 'paravent/paravent.toml'), '[save]\nmode = "twin"\n');
const env = { XDG_CONFIG_HOME: config, HOME: work, LC_ALL: 'fr_FR.UTF-8' };

const wasi = new WASI({ version: 'preview1', env, preopens: { [work]: work } });
const bytes = fs.readFileSync(path.join(root, 'build/wasm/bin/paravent.wasm'));
const { instance } = await WebAssembly.instantiate(bytes, wasi.getImportObject());
wasi.initialize(instance);
const core = instance.exports;

let passed = 0;
let failed = 0;
function check(what, condition) {
  console.log(`${condition ? 'ok  ' : 'FAIL'} ${what}`);
  if (condition) passed += 1;
  else failed += 1;
}

function bodies(framed) {
  const out = [];
  for (let rest = framed; rest.length;) {
    const end = rest.indexOf('\r\n\r\n');
    const size = Number(/Content-Length: (\d+)/.exec(rest.subarray(0, end).toString())[1]);
    out.push(JSON.parse(rest.subarray(end + 4, end + 4 + size).toString()));
    rest = rest.subarray(end + 4 + size);
  }
  return out;
}

// Sends one message and returns what the server said.
function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  const at = core.paravent_allocate(body.length);
  new Uint8Array(core.memory.buffer, at, body.length).set(body);
  const size = core.paravent_server_receive(at, body.length);
  core.paravent_free(at);
  return bodies(Buffer.from(Buffer.from(core.memory.buffer, core.paravent_server_said(), size)));
}

let id = 0;
function request(method, params) {
  id += 1;
  const answer = send({ id, method, params }).find((said) => said.id === id && !said.method);
  return answer;
}

const note = path.join(work, 'Hélène Castaing.md');
const text = fs.readFileSync(path.join(root, 'templates/exemples/seance-coaching.md'), 'utf8');
fs.writeFileSync(note, text);
const uri = pathToFileURL(note).href;
const textDocument = { uri };
const initialize = { processId: null, rootUri: null, locale: 'fr', capabilities: { textDocument: { diagnostic: {}, codeAction: {
  codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } } }, workspace: { workspaceEdit: { documentChanges: true } } } };

// The same session through pipes, for comparison.
function native() {
  const messages = [
    { id: 1, method: 'initialize', params: initialize }, { method: 'initialized', params: {} },
    { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text } } },
    { id: 2, method: 'textDocument/diagnostic', params: { textDocument } }, { id: 3, method: 'shutdown' }, { method: 'exit' }];
  const input = Buffer.concat(messages.map((message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
  }));
  const done = spawnSync(path.join(root, 'build/release/bin/paravent'), ['lsp'], { input, env: { ...process.env, ...env } });
  return bodies(done.stdout).find((said) => said.id === 2).result.items;
}

try {
  core.paravent_server_start();
  const capabilities = request('initialize', initialize).result.capabilities;
  send({ method: 'initialized', params: {} });
  check('it offers diagnostics, hover and code actions', capabilities.diagnosticProvider && capabilities.hoverProvider && capabilities.codeActionProvider);
  send({ method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, languageId: 'markdown', version: 1, text } } });
  const found = request('textDocument/diagnostic', { textDocument }).result.items;
  check('it finds what the native server finds', found.length > 20 && JSON.stringify(found) === JSON.stringify(native()));
  check('hover explains', request('textDocument/hover', { textDocument, position: found[0].range.start }).result.contents);
  const actions = request('textDocument/codeAction', { textDocument, range: found[0].range, context: { diagnostics: [] } }).result;
  check('quick fixes are offered', actions.length >= 2);
  send({ method: 'textDocument/didChange', params: { textDocument: { ...textDocument, version: 2 }, contentChanges: [
    { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '' }] } });
  send({ method: 'textDocument/didSave', params: { textDocument } });
  const twins = fs.readdirSync(work).filter((name) => name.startsWith('partage-'));
  check('the save writes a twin through WASI', twins.length === 1);
  const twin = twins.length ? fs.readFileSync(path.join(work, twins[0]), 'utf8') : '';
  check('without the names', twin.includes('Où elle en est') && !/Castaing|Etcheverry|Oukaci/.test(twin));
  check('a bad edit drops the draft', send({ method: 'textDocument/didChange', params: { textDocument: { ...textDocument, version: 3 }, contentChanges: [
    { range: { start: { line: 5, character: 0 }, end: { line: 2, character: 0 } }, text: 'x' }] } }) && request('textDocument/hover', { textDocument, position: found[0].range.start }).error);
  check('it ends as it should', request('shutdown').result === null);
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
