// The WebAssembly build must give the same bytes as the binary on every note of the tests.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { WASI } from 'node:wasi';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

// A host that gives no folder and no variable: checking a text needs neither.
const wasi = new WASI({ version: 'preview1' });
const { instance } = await WebAssembly.instantiate(fs.readFileSync(path.join(root, 'build/wasm/bin/paravent.wasm')), wasi.getImportObject());
wasi.initialize(instance);
const core = instance.exports;

function put(bytes) {
  const at = core.paravent_allocate(bytes.length || 1);
  new Uint8Array(core.memory.buffer, at, bytes.length).set(bytes);
  return at;
}

function check(name, bytes) {
  const texts = [Buffer.from(name), Buffer.from(path.parse(name).name), bytes];
  const places = texts.map(put);
  const size = core.paravent_check(...texts.flatMap((text, i) => [places[i], text.length]));
  const answer = Buffer.from(core.memory.buffer, core.paravent_answer(), size).toString();
  places.forEach(core.paravent_free);
  return answer;
}

function notesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md')).map((name) => path.join(folder, name)).sort();
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'wasm-'));
const env = { ...process.env, HOME: scratch, XDG_CONFIG_HOME: scratch, LC_ALL: 'fr_FR.UTF-8' };
function native(file) {
  try {
    return execFileSync(path.join(root, 'build/release/bin/paravent'), ['check', '--format', 'json', file], { env, encoding: 'utf8' });
  } catch (failure) {
    if (failure.status !== 1) throw failure;
    return failure.stdout;
  }
}

let passed = 0;
let failed = 0;
function same(what, file, bytes) {
  if (check(file, bytes) === native(file)) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`differs: ${what}`);
  }
}

try {
  const notes = [...notesBelow(path.join(root, 'tests/corpus')), ...notesBelow(path.join(root, 'templates'))];
  // Each alone in its folder: the command reads what the others there tell, the core is told nothing of them.
  for (const [number, note] of notes.entries()) {
    const folder = path.join(scratch, String(number));
    fs.mkdirSync(folder);
    const file = path.join(folder, path.basename(note));
    fs.copyFileSync(note, file);
    same(note, file, fs.readFileSync(note));
  }
  const odd = { utf16: Buffer.from('\ufeffVu Claire Dupont à Lille.\n', 'utf16le'), empty: Buffer.alloc(0), latin: Buffer.from('Hélène est là.\n', 'latin1') };
  for (const [name, bytes] of Object.entries(odd)) {
    fs.mkdirSync(path.join(scratch, name));
    const file = path.join(scratch, name, `${name}.md`);
    fs.writeFileSync(file, bytes);
    same(name, file, bytes);
  }
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
