#include "lsp-server/story.hpp"

namespace paravent::lsp::test {
namespace {

class Lifecycle : public Story {};
PARAVENT_STORIES(Lifecycle);

TEST_P(Lifecycle, AServerThatWasShutDownEndsWithZero) {
  client().initialize();
  EXPECT_EQ(client().shut_down(), 0);
}

TEST_P(Lifecycle, AnExitWithoutShutdownEndsWithOne) {
  client().initialize();
  client().notify("exit", nullptr);
  EXPECT_EQ(client().end(), 1);
}

TEST_P(Lifecycle, AnExitBeforeInitializeEndsToo) {
  client().notify("exit", nullptr);
  EXPECT_EQ(client().end(), 1);
}

TEST_P(Lifecycle, AClientThatIsGoneEndsTheServer) {
  client().initialize();
  client().open(uri(), "Un texte.");
  EXPECT_EQ(client().end(), 1);
}

TEST_P(Lifecycle, AClientThatIsGoneAfterShutdownIsAsGoodAsAnExit) {
  client().initialize();
  client().result("shutdown", nullptr);
  EXPECT_EQ(client().end(), 0);
}

TEST_P(Lifecycle, AConnectionThatBreaksEndsTheServer) {
  client().initialize();
  client().send_broken();
  EXPECT_EQ(client().end(), 1);
}

TEST_P(Lifecycle, NothingIsAnsweredBeforeInitialize) {
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri(), 0, 0)), -32002);
  EXPECT_EQ(client().error_code("paravent/noSuchMethod", json::object()), -32002);
  EXPECT_EQ(client().error_code("shutdown", nullptr), -32002);
  client().initialize();
  client().open(uri(), "Un texte.");
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri(), 0, 0)), 0);
}

TEST_P(Lifecycle, ADocumentOpenedBeforeInitializeIsNotOpen) {
  client().open(uri(), "Un texte.");
  client().initialize();
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri(), 0, 0)), -32602);
}

TEST_P(Lifecycle, NothingIsAnsweredAfterShutdown) {
  client().initialize();
  client().result("shutdown", nullptr);
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri(), 0, 0)), -32600);
  EXPECT_EQ(client().error_code("initialize", json::object()), -32600);
}

TEST_P(Lifecycle, ASecondInitializeIsRefused) {
  client().initialize();
  EXPECT_EQ(client().error_code("initialize", {{"capabilities", json::object()}}), -32600);
}

TEST_P(Lifecycle, AnUnknownRequestIsMethodNotFoundAndAnUnknownNotificationNothing) {
  client().initialize();
  client().notify("window/workDoneProgress/unheardOf", json::object());
  EXPECT_EQ(client().error_code("textDocument/unheardOf", json::object()), -32601);
}

TEST_P(Lifecycle, BadParamsAreInvalidParams) {
  client().initialize();
  client().open(uri(), "Un texte.");
  EXPECT_EQ(client().error_code("textDocument/hover", nullptr), -32602);
  EXPECT_EQ(client().error_code("textDocument/hover", {{"textDocument", {{"uri", 3}}}}), -32602);
  EXPECT_EQ(client().error_code("textDocument/hover",
                                {{"textDocument", {{"uri", uri()}}}, {"position", {{"line", "a"}}}}),
            -32602);
  EXPECT_EQ(client().error_code("workspace/executeCommand", {{"command", "unheard.of"}}), -32602);
}

TEST_P(Lifecycle, WhatIsNoJsonGetsAParseErrorAndTheServerGoesOn) {
  client().initialize();
  client().send_raw("{\"jsonrpc\":");
  EXPECT_EQ(client().answer(nullptr)["error"]["code"], -32700);
  client().send_raw(std::string(100'000, '['));
  client().sync();
  EXPECT_EQ(client().responses(nullptr), 2U);
}

TEST_P(Lifecycle, WhatIsNoMessageIsAnInvalidRequest) {
  client().initialize();
  for (const char* body :
       {"[]", "{}", "3", R"({"id":null,"method":"shutdown"})", R"({"id":1.5,"method":"shutdown"})"}) {
    client().send_raw(body);
  }
  client().sync();
  EXPECT_EQ(client().responses(nullptr), 5U);
  EXPECT_EQ(client().answer(nullptr)["error"]["code"], -32600);
}

TEST_P(Lifecycle, AnIdMayBeAString) {
  client().initialize();
  client().send({{"jsonrpc", "2.0"}, {"id", "é\"1"}, {"method", "shutdown"}});
  EXPECT_EQ(client().answer("é\"1")["result"], nullptr);
}

TEST_P(Lifecycle, AnAnswerToNothingIsIgnored) {
  client().initialize();
  client().send({{"jsonrpc", "2.0"}, {"id", 999}, {"result", nullptr}});
  client().send({{"jsonrpc", "2.0"}, {"id", "other"}, {"error", {{"code", 1}, {"message", "no"}}}});
  EXPECT_EQ(client().shut_down(), 0);
}

TEST_P(Lifecycle, EveryRequestIsAnsweredOnceHoweverManyAreCancelled) {
  client().initialize();
  client().open(uri(), "Joindre par kervadec@exemple.fr.\n");
  std::vector<int> ids;
  for (int i = 0; i < 100; ++i) {
    client().change(uri(), i + 2, json::array({edit(0, 0, 0, "a")}));
    ids.push_back(client().ask("textDocument/hover", LspClient::at(uri(), 0, 20)));
    if (i % 2 == 0) client().notify("$/cancelRequest", {{"id", ids.back()}});
  }
  for (const int id : ids) {
    const json answer = client().answer(id);
    EXPECT_TRUE(answer.contains("result") || answer["error"]["code"] == -32800) << answer;
  }
  client().sync();
  for (const int id : ids) EXPECT_EQ(client().responses(id), 1U);
}

TEST_P(Lifecycle, ShutdownIsAnsweredAfterTheWorkThatWasBegun) {
  client().initialize();
  std::vector<int> ids;
  for (int i = 0; i < 5; ++i) {
    const std::string one = uri("note" + std::to_string(i) + ".md");
    client().open(one, "Joindre par kervadec@exemple.fr.\n");
    ids.push_back(client().ask("textDocument/hover", LspClient::at(one, 0, 15)));
  }
  client().result("shutdown", nullptr);
  for (const int id : ids) EXPECT_EQ(client().responses(id), 1U);
}

TEST_P(Lifecycle, SaysWhoItIsAndWhatItCanDo) {
  const json result = client().initialize(modern_capabilities());
  EXPECT_EQ(result["serverInfo"]["name"], "Paravent");
  EXPECT_FALSE(result["serverInfo"]["version"].get<std::string>().empty());
  const json& can = result["capabilities"];
  EXPECT_EQ(can["textDocumentSync"]["change"], 2);
  EXPECT_EQ(can["textDocumentSync"]["openClose"], true);
  EXPECT_EQ(can["textDocumentSync"]["save"]["includeText"], false);
  EXPECT_EQ(can["hoverProvider"], true);
  EXPECT_THAT(can["codeActionProvider"]["codeActionKinds"],
              testing::ElementsAre("quickfix", "source.anonymise"));
  EXPECT_THAT(can["executeCommandProvider"]["commands"],
              testing::UnorderedElementsAre("paravent.replace", "paravent.replaceAll", "paravent.anonymise",
                                            "paravent.preview", "paravent.findings", "paravent.risk",
                                            "paravent.mayWrite", "paravent.copyAnonymised",
                                            "paravent.renameNote", "paravent.anonymiseFolder"));
}

TEST_P(Lifecycle, TakesTheFirstPositionEncodingOfTheClientThatItKnows) {
  struct Case {
    json offered;
    const char* chosen;
  };
  for (const Case& c :
       {Case{json::array({"utf-8", "utf-16"}), "utf-8"}, Case{json::array({"utf-32", "utf-8"}), "utf-32"},
        Case{json::array({"utf-7", "utf-16"}), "utf-16"}, Case{json::array(), "utf-16"},
        Case{nullptr, "utf-16"}}) {
    client_.reset();
    const json result = client().initialize({{"general", {{"positionEncodings", c.offered}}}});
    EXPECT_EQ(result["capabilities"]["positionEncoding"], c.chosen) << c.offered;
  }
}

TEST_P(Lifecycle, AnOptionDecidesThePositionEncoding) {
  options_.encoding = text::PositionEncoding::Utf8;
  const json result = client().initialize({{"general", {{"positionEncodings", json::array({"utf-16"})}}}});
  EXPECT_EQ(result["capabilities"]["positionEncoding"], "utf-8");
}

}  // namespace
}  // namespace paravent::lsp::test
