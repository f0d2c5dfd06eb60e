// What is announced to each recorded editor, and what is asked of it: only what it said it can do.
#include <map>

#include "lsp-server/editors/editor_story.hpp"

namespace paravent::lsp::test {
namespace {

class EditorInitialize : public EditorStory {};
PARAVENT_EDITORS(EditorInitialize);

TEST(RecordedEditors, AreTheseAndNoOthers) {
  std::vector<std::string> found;
  for (const auto& file : fs::directory_iterator(editors_folder())) {
    if (file.path().extension() == ".json") found.push_back(file.path().stem().string());
  }
  EXPECT_THAT(found, testing::UnorderedElementsAreArray(recorded_editors));
}

TEST_P(EditorInitialize, TheFirstPositionEncodingThatIsKnownIsTaken) {
  const auto offered = listed("/general/positionEncodings");
  EXPECT_EQ(start()["positionEncoding"], offered.empty() ? "utf-16" : offered.front());
}

TEST_P(EditorInitialize, DiagnosticsComeByOneWayOnly) {
  const json capabilities = start();
  const bool pulls = can("/textDocument/diagnostic");
  EXPECT_EQ(capabilities.contains("diagnosticProvider"), pulls);
  open("Joindre : kervadec@exemple.fr\n");
  EXPECT_EQ(client().diagnostics(uri()).size(), 1U);
  EXPECT_EQ(client().last_push(uri()).is_null(), pulls);
}

TEST_P(EditorInitialize, OptionalFeaturesAreOfferedWhereTheyAreKnown) {
  const json capabilities = start();
  EXPECT_EQ(capabilities.contains("codeLensProvider"),
            can("/textDocument/codeLens") && can("/workspace/applyEdit"));
  EXPECT_EQ(capabilities.contains("inlayHintProvider"), can("/textDocument/inlayHint"));
  EXPECT_EQ(capabilities["renameProvider"].is_object(), can("/textDocument/rename/prepareSupport"));
  EXPECT_EQ(capabilities["documentSymbolProvider"].is_object(),
            can("/textDocument/documentSymbol/labelSupport"));
  EXPECT_EQ(capabilities.contains("workspace"), can("/workspace/workspaceFolders"));
}

TEST_P(EditorInitialize, CodeActionsTakeTheFormThatIsKnown) {
  const json provider = start()["codeActionProvider"];
  EXPECT_EQ(provider.is_object(), can("/textDocument/codeAction/codeActionLiteralSupport"));
  if (provider.is_object()) {
    EXPECT_EQ(provider["resolveProvider"], resolves());
  }
}

TEST_P(EditorInitialize, CommandsThatEditAreOfferedWhereEditsAreTaken) {
  const json commands = start()["executeCommandProvider"]["commands"];
  for (const char* command : {"paravent.replace", "paravent.replaceAll", "paravent.anonymise"}) {
    EXPECT_EQ(std::find(commands.begin(), commands.end(), command) != commands.end(),
              can("/workspace/applyEdit"));
  }
  EXPECT_NE(std::find(commands.begin(), commands.end(), "paravent.preview"), commands.end());
}

// Where a client says whether it takes the registration of a method.
const std::map<std::string, const char*>& registrable() {
  static const std::map<std::string, const char*> paths{
      {"workspace/didChangeWatchedFiles", "/workspace/didChangeWatchedFiles/dynamicRegistration"},
      {"workspace/didChangeConfiguration", "/workspace/didChangeConfiguration/dynamicRegistration"},
      {"textDocument/willSaveWaitUntil", "/textDocument/synchronization/dynamicRegistration"},
      {"textDocument/formatting", "/textDocument/formatting/dynamicRegistration"}};
  return paths;
}

TEST_P(EditorInitialize, NothingIsRegisteredOrAskedThatWasNotDeclared) {
  user_policy("[save]\nmode = \"strict\"\n");
  start();
  open("Joindre : kervadec@exemple.fr\n");
  client().sync();
  std::vector<std::string> methods;
  for (const json& request : client().requests("client/registerCapability")) {
    for (const json& one : request["registrations"]) methods.push_back(one["method"]);
  }
  for (const std::string& method : methods) {
    ASSERT_TRUE(registrable().contains(method)) << method;
    EXPECT_TRUE(can(registrable().at(method))) << method;
  }
  for (const char* method : {"workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"}) {
    EXPECT_EQ(std::count(methods.begin(), methods.end(), method), can(registrable().at(method)) ? 1 : 0);
  }
  EXPECT_EQ(client().requests("workspace/configuration").empty(), !can("/workspace/configuration"));
}

TEST_P(EditorInitialize, ARefreshIsAskedOnlyWhereItIsKnown) {
  start();
  open("Joindre : kervadec@exemple.fr\n");
  client().sync();
  user_policy("[detect]\nignore = [\"EMAIL\"]\n");
  client().save(uri());
  client().sync();
  EXPECT_EQ(client().diagnostics(uri()), json::array());
  const std::map<const char*, const char*> paths{
      {"workspace/diagnostic/refresh", "/workspace/diagnostics/refreshSupport"},
      {"workspace/codeLens/refresh", "/workspace/codeLens/refreshSupport"},
      {"workspace/inlayHint/refresh", "/workspace/inlayHint/refreshSupport"}};
  for (const auto& [method, path] : paths) {
    if (!can(path)) {
      EXPECT_THAT(client().requests(method), testing::IsEmpty()) << method;
    }
  }
  EXPECT_EQ(client().requests("workspace/diagnostic/refresh").size(),
            can("/textDocument/diagnostic") && can("/workspace/diagnostics/refreshSupport") ? 1U : 0U);
}

TEST_P(EditorInitialize, TheNameOfTheClientDecidesNothing) {
  const json with_its_name = start();
  client_.reset();
  json nameless = params();
  nameless.erase("clientInfo");
  EXPECT_EQ(client().start(nameless)["capabilities"], with_its_name);
}

}  // namespace
}  // namespace paravent::lsp::test
