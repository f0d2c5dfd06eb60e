// A short session of each recorded editor over a note with emoji before its names.
#include "lsp-server/editors/editor_story.hpp"

namespace paravent::lsp::test {
namespace {

constexpr const char* name = "Maëlle Kervadec";
constexpr const char* address = "kervadec@exemple.fr";

class EditorSession : public EditorStory {
 protected:
  void begin() {
    capabilities_ = start();
    open(std::string("# Séance\n\n🌿🌿 Première séance avec ") + name +
         ".\n\n👩‍🦰 Lui écrire : " + address + ".\n");
  }
  json document() const { return {{"textDocument", {{"uri", uri()}}}}; }
  json place(const std::string& words) const {
    return {{"textDocument", {{"uri", uri()}}}, {"position", place_of(words)["start"]}};
  }
  std::vector<json> ranges(const json& items) const {
    std::vector<json> out;
    for (const json& item : items) out.push_back(item["range"]);
    return out;
  }
  // As a client that keeps neither `data` nor diagnostics asks.
  json code_actions(const std::string& words) {
    return client().result("textDocument/codeAction", {{"textDocument", {{"uri", uri()}}},
                                                       {"range", place_of(words)},
                                                       {"context", {{"diagnostics", json::array()}}}});
  }
  json edit_of(const json& action) {
    EXPECT_EQ(action.contains("edit"), !resolves());
    return resolves() ? client().result("codeAction/resolve", action)["edit"] : action["edit"];
  }
  // The edit of everything: a client that does not resolve asks for it by a command, if it takes what comes.
  json edit_of_everything(const json& action) {
    if (resolves() || !can("/workspace/applyEdit")) return edit_of(action);
    EXPECT_FALSE(action.contains("edit"));
    const json command = action.value("command", json::object());
    EXPECT_EQ(command.at("title"), action["title"]);
    client().result("workspace/executeCommand",
                    {{"command", command["command"]}, {"arguments", command["arguments"]}});
    client().sync();
    const auto applied = client().requests("workspace/applyEdit");
    EXPECT_EQ(applied.size(), 1U);
    return applied.empty() ? json() : applied[0]["edit"];
  }

  json capabilities_;
};
PARAVENT_EDITORS(EditorSession);

TEST_P(EditorSession, DiagnosticsStandAtTheRightColumns) {
  begin();
  const json items = client().diagnostics(uri());
  EXPECT_THAT(ranges(items), testing::ElementsAre(place_of(name), place_of(address)));
  for (const json& item : items) EXPECT_FALSE(item.contains("tags") || item.contains("codeDescription"));
}

TEST_P(EditorSession, AnEditInItsOwnColumnsMovesThem) {
  begin();
  const json before_the_name = {{"start", place_of(name)["start"]}, {"end", place_of(name)["start"]}};
  client().change(uri(), 2, json::array({{{"range", before_the_name}, {"text", "la 🦊 coachée "}}}));
  text_.insert(text_.find(name), "la 🦊 coachée ");
  EXPECT_THAT(ranges(client().diagnostics(uri())), testing::ElementsAre(place_of(name), place_of(address)));
}

TEST_P(EditorSession, RelatedPlacesAreSaidOnlyWhereTheyAreShown) {
  begin();
  text_ += std::string("\n") + name + " reviendra.\n";
  client().change(uri(), 2, json::array({{{"text", text_}}}));
  bool related = false;
  for (const json& item : client().diagnostics(uri())) related |= item.contains("relatedInformation");
  EXPECT_EQ(related, can("/textDocument/publishDiagnostics/relatedInformation") ||
                         can("/textDocument/diagnostic/relatedInformation"));
}

TEST_P(EditorSession, HoverUsesAFormatThatIsShown) {
  begin();
  const json hover = client().result("textDocument/hover", place(address));
  EXPECT_EQ(hover["contents"]["kind"],
            lists("/textDocument/hover/contentFormat", "markdown") ? "markdown" : "plaintext");
  EXPECT_EQ(hover["range"], place_of(address));
}

TEST_P(EditorSession, AQuickFixTakesTheNameOut) {
  begin();
  const json actions = code_actions(name);
  ASSERT_FALSE(actions.empty());
  ASSERT_EQ(actions[0]["kind"], "quickfix");
  text_ = edited(edits_taken(edit_of(actions[0])));
  EXPECT_THAT(text_, testing::Not(testing::HasSubstr("Kervadec")));
  EXPECT_THAT(text_, testing::HasSubstr("🌿🌿 Première séance avec "));
  EXPECT_THAT(text_, testing::HasSubstr(address)) << "and nothing else";
}

TEST_P(EditorSession, EverythingCanBeTakenOut) {
  begin();
  const json actions = code_actions("Séance");
  ASSERT_EQ(actions.size(), 1U);
  ASSERT_EQ(actions[0]["kind"], "source.anonymise");
  const std::string after = edited(edits_taken(edit_of_everything(actions[0])));
  EXPECT_THAT(after,
              testing::Not(testing::AnyOf(testing::HasSubstr("Kervadec"), testing::HasSubstr("kervadec"))));
  EXPECT_EQ(client().result("paravent/preview", document())["text"], after);
}

TEST_P(EditorSession, SymbolsAreATreeOrAList) {
  begin();
  const json symbols = client().result("textDocument/documentSymbol", document());
  ASSERT_FALSE(symbols.empty());
  const bool tree = can("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport");
  for (const json& symbol : symbols) {
    EXPECT_EQ(symbol.contains("selectionRange"), tree);
    EXPECT_EQ(symbol.contains("location"), !tree);
  }
}

TEST_P(EditorSession, ARenameHasTheFormThatIsTaken) {
  begin();
  json params = place(name);
  params["newName"] = "Personne A";
  const json edits = edits_taken(client().result("textDocument/rename", params));
  EXPECT_THAT(edited(edits), testing::HasSubstr("avec Personne A."));
}

TEST_P(EditorSession, ALensNamesACommandThatIsOffered) {
  begin();
  if (!capabilities_.contains("codeLensProvider")) {
    EXPECT_FALSE(can("/textDocument/codeLens") && can("/workspace/applyEdit"));
    return;
  }
  const json lenses = client().result("textDocument/codeLens", document());
  ASSERT_FALSE(lenses.empty());
  const json offered = capabilities_["executeCommandProvider"]["commands"];
  for (const json& lens : lenses) {
    EXPECT_NE(std::find(offered.begin(), offered.end(), lens["command"]["command"]), offered.end());
  }
}

TEST_P(EditorSession, ACommandThatEditsSendsTheFormThatIsTaken) {
  begin();
  const json argument = {{"uri", uri()}, {"version", 1}, {"range", place_of(address)}};
  const json answer = client().call(
      "workspace/executeCommand", {{"command", "paravent.replace"}, {"arguments", json::array({argument})}});
  if (!can("/workspace/applyEdit")) {
    EXPECT_EQ(answer["error"]["code"], -32803);
    EXPECT_TRUE(client().requests("workspace/applyEdit").empty());
    return;
  }
  client().sync();
  const auto applied = client().requests("workspace/applyEdit");
  ASSERT_EQ(applied.size(), 1U);
  EXPECT_THAT(edited(edits_taken(applied[0]["edit"])), testing::Not(testing::HasSubstr(address)));
}

TEST_P(EditorSession, WhatIsNotOfferedIsMethodNotFoundAndTheSessionGoesOn) {
  begin();
  for (const char* method : {"textDocument/semanticTokens/full", "textDocument/foldingRange",
                             "textDocument/completion", "textDocument/signatureHelp", "workspace/symbol"}) {
    EXPECT_EQ(client().error_code(method, document()), -32601) << method;
  }
  EXPECT_EQ(client().diagnostics(uri()).size(), 2U);
  EXPECT_EQ(client().shut_down(), 0);
}

}  // namespace
}  // namespace paravent::lsp::test
