// Starts code-server on a folder of notes and shows it in Chromium, so that its extension host loads extension.js and runs it.
// Usage: node drive.mjs CODE-SERVER NOTES HOME; environment: RECORD_SERVER, RECORD_TO, RECORD_SESSION.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [codeServer, notes, home] = process.argv.slice(2);
const extension = path.dirname(fileURLToPath(import.meta.url));
const port = 20000 + (process.pid % 20000);
const done = path.join(home, "done");
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const until = async (what, condition) => {
  for (const end = Date.now() + 90000; Date.now() < end; await pause(100)) {
    if (await condition()) return;
  }
  throw Error("waited in vain for " + what);
};

for (const folder of ["data/User", "tmp"]) fs.mkdirSync(path.join(home, folder), { recursive: true });
const settings = {
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "files.autoSave": "off",
  "workbench.startupEditor": "none",
};
fs.writeFileSync(path.join(home, "data/User/settings.json"), JSON.stringify(settings));
// VSCODE_CLI keeps this environment in the extension host; an empty gallery asks nobody outside.
const env = { ...process.env, HOME: home, TMPDIR: path.join(home, "tmp"), EXTENSIONS_GALLERY: "{}", VSCODE_CLI: "1", RECORD_DONE: done };
const entry = path.join(codeServer, "out/node/entry.js");
const places = ["--user-data-dir", path.join(home, "data"), "--extensions-dir", path.join(home, "ext"), "--config", path.join(home, "c.yaml")];
const quiet = ["--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"];
const server = spawn("node", [entry, ...places, ...quiet, "--bind-addr", `127.0.0.1:${port}`, notes], { env, detached: true, stdio: "ignore" });
let browser;
try {
  const healthy = () => fetch(`http://127.0.0.1:${port}/healthz`).then((answer) => answer.ok, () => false);
  await until("code-server", healthy);
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", env, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
  const page = await browser.newPage();
  const remote = `vscode-remote://127.0.0.1:${port}${extension}`;
  const payload = JSON.stringify([["extensionDevelopmentPath", remote], ["extensionTestsPath", `${remote}/dist/extension.cjs`]]);
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(notes)}&payload=${encodeURIComponent(payload)}`);
  await until("the recording", () => fs.existsSync(done));
  await page.close();
  const outcome = fs.readFileSync(done, "utf8");
  if (outcome !== "done") throw Error(outcome);
} finally {
  await browser?.close();
  process.kill(-server.pid, "SIGTERM");
  await new Promise((resolve) => server.on("exit", resolve));
}
