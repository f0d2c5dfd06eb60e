// In VS Code's extension host: a language client as our plugin will have it, and the saves that are recorded.
const fs = require("fs");
const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const server = { command: process.env.RECORD_SERVER, transport: TransportKind.stdio };
  client = new LanguageClient("paravent", "Paravent", server, { documentSelector: [{ language: "markdown" }] });
  return client.start();
};
exports.deactivate = () => client && client.stop();

const until = async (what, condition) => {
  for (const end = Date.now() + 30000; Date.now() < end; ) {
    if (await condition()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw Error("waited in vain for " + what);
};

// What extensionTestsPath calls.
exports.run = async () => {
  let outcome = "done";
  try {
    const session = process.env.RECORD_SESSION;
    const note = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, "note.md");
    const document = await vscode.workspace.openTextDocument(note);
    await vscode.window.showTextDocument(document);
    await vscode.extensions.getExtension("paravent.paravent-recorder").activate();
    const settings = vscode.workspace.getConfiguration("files");
    if (session !== "command") {
      await settings.update("autoSaveDelay", 300, vscode.ConfigurationTarget.Global);
      await settings.update("autoSave", session, vscode.ConfigurationTarget.Global);
    }
    const edit = new vscode.WorkspaceEdit();
    edit.insert(note, new vscode.Position(document.lineCount - 1, 0), "Une ligne de plus.\n");
    await vscode.workspace.applyEdit(edit);
    if (session === "command") await document.save();
    if (session === "onFocusChange") {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: "ailleurs" }));
    }
    await until("the save", () => fs.readFileSync(process.env.RECORD_TO, "utf8").includes("textDocument/didSave"));
  } catch (error) {
    outcome = String(error.stack);
  }
  fs.writeFileSync(process.env.RECORD_DONE, outcome);
};
