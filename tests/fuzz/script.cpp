#include "fuzz/script.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "fuzz/model.hpp"
#include "fuzz/require.hpp"
#include "fuzz/session.hpp"
#include "lsp-server/json.hpp"
#include "lsp-server/uri.hpp"

namespace paravent::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_steps = 300;
constexpr int most_checks = 4;

constexpr std::array<const char*, 26> methods{"textDocument/hover",
                                              "textDocument/codeAction",
                                              "textDocument/diagnostic",
                                              "textDocument/codeLens",
                                              "textDocument/documentHighlight",
                                              "textDocument/references",
                                              "textDocument/documentSymbol",
                                              "textDocument/inlayHint",
                                              "textDocument/documentLink",
                                              "textDocument/formatting",
                                              "textDocument/willSaveWaitUntil",
                                              "textDocument/rename",
                                              "textDocument/prepareRename",
                                              "textDocument/completion",
                                              "textDocument/foldingRange",
                                              "textDocument/selectionRange",
                                              "codeAction/resolve",
                                              "codeLens/resolve",
                                              "workspace/diagnostic",
                                              "workspace/symbol",
                                              "paravent/preview",
                                              "paravent/findings",
                                              "paravent/risk",
                                              "initialize",
                                              "$/unknown",
                                              "paravent/mayWrite"};
// What a check asks both servers: all that is said of a whole note.
constexpr std::array<const char*, 9> probes{
    "textDocument/diagnostic",     "paravent/preview",        "paravent/risk",
    "paravent/findings",           "textDocument/codeAction", "textDocument/codeLens",
    "textDocument/documentSymbol", "textDocument/inlayHint",  "textDocument/documentLink"};
constexpr std::array<const char*, 8> commands{
    "paravent.replace",  "paravent.replaceAll", "paravent.anonymise", "paravent.preview",
    "paravent.findings", "paravent.check",      "paravent.summary",   "none"};
constexpr std::array<const char*, 6> policies{
    "[save]\nmode = \"twin\"\n",
    "",
    "[detect]\nthreshold = 100\n",
    "[save\n",
    "[save]\nmode = \"in-place\"\n[anonymise]\nstyle = \"pseudonym\"\n",
    "[save]\nmode = \"strict\"\n"};

fs::path& notes_folder() {
  static fs::path folder;
  return folder;
}

void write_policy(std::size_t which) {
  static std::size_t written = policies.size();
  if (which == written) return;
  std::ofstream(notes_folder() / "paravent.toml", std::ios::binary) << policies[which];
  written = which;
}

std::array<std::string, 4> uris() {
  return {"untitled:Untitled-1", "untitled:Untitled-2",
          lsp::uri_of_path(notes_folder() / "Notes Claire Dupont.md"), "file:///nowhere/at/all/note.md"};
}

// Reads a step byte by byte; 0 behind its end.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}
  unsigned next() {
    if (rest_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }
  std::size_t index(std::size_t count) { return (next() - '0') % count; }
  // Small numbers mostly; two bytes stand for what a client sends when it means the end, or lies.
  std::int64_t number() {
    const unsigned byte = (next() - '0') & 0xFFU;
    if (byte == 0xFF) return INT64_C(1) << 40U;
    if (byte == 0xFE) return -1;
    return byte;
  }
  std::string text() { return utf8_of(std::exchange(rest_, {})); }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

struct Edit {
  std::array<std::int64_t, 4> at{};
  std::string text;
  bool whole = false;

  bool has_shape() const { return whole || (at[0] >= 0 && at[1] >= 0 && at[2] >= 0 && at[3] >= 0); }
  text::PositionRange range() const {
    const auto count = [](std::int64_t n) {
      return static_cast<std::uint32_t>(std::min<std::int64_t>(n, INT32_MAX));
    };
    return {{text::LineNumber(count(at[0])), count(at[1])}, {text::LineNumber(count(at[2])), count(at[3])}};
  }
};

Json position_json(std::int64_t line, std::int64_t column) {
  return {{"line", line}, {"character", column}};
}
Json range_json(const std::array<std::int64_t, 4>& at) {
  return {{"start", position_json(at[0], at[1])}, {"end", position_json(at[2], at[3])}};
}

std::array<std::int64_t, 4> place(Bytes& bytes) {
  std::array<std::int64_t, 4> at{};
  for (std::int64_t& number : at) number = bytes.number();
  return at;
}

Edit edit_of(std::string_view bytes) {
  Edit edit;
  if (!bytes.empty() && bytes.front() == '*') {
    edit.whole = true;
    edit.text = utf8_of(bytes.substr(1));
    return edit;
  }
  Bytes reader(bytes);
  edit.at = place(reader);
  edit.text = reader.text();
  return edit;
}

// A client that asks for all; what is specific to a method is beside what all have in common.
Json params_for(const std::string& uri, const std::array<std::int64_t, 4>& at) {
  return {{"textDocument", {{"uri", uri}}},
          {"uri", uri},
          {"position", position_json(at[0], at[1])},
          {"range", range_json(at)},
          {"context", {{"diagnostics", Json::array()}, {"includeDeclaration", true}}},
          {"options", {{"tabSize", 2}, {"insertSpaces", true}}},
          {"reason", 1},
          {"newName", "Personne Z"},
          {"query", ""},
          {"previousResultIds", Json::array()}};
}

// What is said of the last save, and of who could be recognised in the text that was saved, is not said of
// the text: a new server knows no save. A result id counts it too.
Json without_save_remarks(Json said) {
  if (said.is_object() && said.contains("result") && said["result"].is_object()) {
    said["result"] = without_save_remarks(std::move(said["result"]));
  }
  if (said.is_object() && said.contains("result") && said["result"].is_array()) {
    Json& lenses = said["result"];
    lenses.erase(std::remove_if(lenses.begin(), lenses.end(),
                                [](const Json& one) {
                                  return one.is_object() && one.contains("command") &&
                                         one["command"].is_object() &&
                                         one["command"].value("command", "") == "paravent.risk";
                                }),
                 lenses.end());
  }
  if (!said.is_object()) return said;
  said.erase("resultId");
  for (const char* list : {"diagnostics", "items"}) {
    if (!said.contains(list)) continue;
    Json kept = Json::array();
    for (Json& item : said[list]) {
      if (!item.contains("code") || (item["code"] != "save" && item["code"] != "risk"))
        kept.push_back(std::move(item));
    }
    said[list] = std::move(kept);
  }
  return said;
}

class Script {
 public:
  explicit Script(std::string_view first) {
    Bytes bytes(first);
    const unsigned flags = bytes.next();
    static constexpr std::array<const char*, 4> encodings{"utf-16", "utf-8", "utf-32", "utf-7"};
    const std::size_t encoding = bytes.index(encodings.size());
    encoding_ = encoding == 1   ? text::PositionEncoding::Utf8
                : encoding == 2 ? text::PositionEncoding::Utf32
                                : text::PositionEncoding::Utf16;
    pulls_ = (flags & 1U) != 0;
    Json document{
        {"hover", {{"contentFormat", {"markdown"}}}},
        {"codeAction", {{"codeActionLiteralSupport", {{"codeActionKind", {{"valueSet", {"quickfix"}}}}}}}}};
    if (pulls_) document["diagnostic"] = Json::object();
    Json capabilities{
        {"general", {{"positionEncodings", {encodings[encoding]}}}},
        {"textDocument", std::move(document)},
        {"workspace",
         {{"applyEdit", (flags & 2U) != 0}, {"workspaceEdit", {{"documentChanges", (flags & 4U) != 0}}}}}};
    answers_ = static_cast<int>(flags >> 4U & 3U);
    initialize_ = {{"processId", nullptr}, {"rootUri", nullptr}, {"capabilities", std::move(capabilities)}};
    write_policy(0);
    start(client_);
  }

  void step(std::string_view bytes) {
    Bytes reader(bytes);
    const auto kind = static_cast<char>(reader.next());
    if (!dispatch(kind, reader)) return;
    client_.answer_server(answers_);
  }

  void finish() {
    if (trusted_) check();
    client_.request("shutdown", nullptr);
    client_.notify("exit", nullptr);
    client_.require_settled();
  }

 private:
  bool dispatch(char kind, Bytes& reader) {
    switch (kind) {
      case 'o':
        open(reader);
        return true;
      case 'f':
        change(reader, true);
        return true;
      case 'e':
        change(reader, false);
        return true;
      case 'm':
        change_many(reader);
        return true;
      case 's':
        save(reader.index(4));
        return true;
      case 'c':
        close(reader.index(4));
        return true;
      case '?':
        ask(reader);
        return true;
      case 'x':
        execute(reader);
        return true;
      case 'j':
        raw(reader.rest());
        return true;
      case 'b':
        lose_message();
        return true;
      case 'k':
        client_.notify("$/cancelRequest",
                       {{"id", client_.last_id() + 1 - static_cast<int>(reader.index(3))}});
        return true;
      case 'p':
        change_policy(reader.index(policies.size()));
        return true;
      case 'w':
        configure(reader.rest());
        return true;
      case 'v':
        if (trusted_ && ++checks_ < most_checks) check();
        return true;
      case 'z':
        client_.request("shutdown", nullptr);
        trusted_ = false;
        return true;
      default:
        return false;
    }
  }

  void start(Session& session) const {
    session.request("initialize", initialize_);
    session.notify("initialized", Json::object());
    session.answer_server(answers_);
    for (const Json& settings : settings_) session.notify("workspace/didChangeConfiguration", settings);
  }

  void open(Bytes& reader) {
    const std::size_t note = reader.index(4);
    Model& model = models_[note];
    model.text = reader.text();
    model.state = Model::State::Open;
    open_in(client_, note, ++version_);
    model.version = version_;
  }

  void open_in(Session& session, std::size_t note, std::int64_t version) const {
    session.notify("textDocument/didOpen", {{"textDocument",
                                             {{"uri", uris_[note]},
                                              {"languageId", "markdown"},
                                              {"version", version},
                                              {"text", models_[note].text}}}});
  }

  void change(Bytes& reader, bool whole) {
    const std::size_t note = reader.index(4);
    Edit edit;
    edit.whole = whole;
    if (!whole) edit.at = place(reader);
    edit.text = reader.text();
    send_changes(note, {std::move(edit)});
  }

  void change_many(Bytes& reader) {
    const std::size_t note = reader.index(4);
    std::vector<Edit> edits;
    std::string_view rest = reader.rest();
    while (!rest.empty() && edits.size() < 20) {
      const std::size_t end = rest.find('\x1F');
      edits.push_back(edit_of(rest.substr(0, end)));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    send_changes(note, edits);
  }

  void send_changes(std::size_t note, const std::vector<Edit>& edits) {
    Json changes = Json::array();
    for (const Edit& edit : edits) {
      Json change{{"text", edit.text}};
      if (!edit.whole) change["range"] = range_json(edit.at);
      changes.push_back(std::move(change));
    }
    const bool well_formed =
        std::all_of(edits.begin(), edits.end(), [](const Edit& edit) { return edit.has_shape(); });
    Model& model = models_[note];
    if (!well_formed) model.lose();
    for (const Edit& edit : edits) {
      if (!well_formed) break;
      if (edit.whole) {
        model.replace_all(edit.text);
      } else {
        model.replace(edit.range(), edit.text, encoding_);
      }
    }
    ++version_;
    if (well_formed && model.state != Model::State::Closed) model.version = version_;
    client_.notify("textDocument/didChange", {{"textDocument", {{"uri", uris_[note]}, {"version", version_}}},
                                              {"contentChanges", std::move(changes)}});
  }

  void save(std::size_t note) {
    client_.notify("textDocument/didSave", {{"textDocument", {{"uri", uris_[note]}}}});
  }

  void close(std::size_t note) {
    client_.notify("textDocument/didClose", {{"textDocument", {{"uri", uris_[note]}}}});
    models_[note].state = Model::State::Closed;
  }

  void ask(Bytes& reader) {
    const std::size_t method = reader.index(methods.size());
    const std::size_t note = reader.index(4);
    client_.request(methods[method], params_for(uris_[note], place(reader)));
  }

  void execute(Bytes& reader) {
    const std::size_t command = reader.index(commands.size());
    const std::size_t note = reader.index(4);
    Json target{{"uri", uris_[note]}, {"range", range_json(place(reader))}};
    if (reader.index(2) == 0) target["version"] = models_[note].version;
    client_.request("workspace/executeCommand",
                    {{"command", commands[command]}, {"arguments", {std::move(target)}}});
  }

  // What is no message costs every draft; a message may do anything, so that the models end there.
  void raw(std::string_view body) {
    client_.send_raw(body);
    const auto message = lsp::parse_json(body);
    if (!message) {
      lose_all();
    } else if (lsp::member(*message, "method") != nullptr) {
      trusted_ = false;
    }
  }

  void lose_message() {
    client_.lose_message();
    lose_all();
  }
  void lose_all() {
    for (Model& model : models_) model.lose();
  }

  // Settings hold for every note from then on.
  void configure(std::string_view bytes) {
    const auto settings = lsp::parse_json(bytes);
    settings_.push_back({{"settings", {{"paravent", settings ? *settings : Json()}}}});
    client_.notify("workspace/didChangeConfiguration", settings_.back());
  }

  // A policy holds from the next save on.
  void change_policy(std::size_t which) {
    write_policy(which);
    save(2);
  }

  // A new server that is given the model's text says the same of it.
  void check() {
    Session fresh;
    start(fresh);
    for (std::size_t note = 0; note < models_.size(); ++note) {
      const Model& model = models_[note];
      if (model.state == Model::State::Open) {
        open_in(fresh, note, model.version);
        compare(fresh, note);
      } else {
        const Json answer = client_.request("textDocument/hover", params_for(uris_[note], {0, 0, 0, 0}));
        require(answer.contains("error"), "nothing is said of a note that is closed or lost");
      }
    }
  }

  void compare(Session& fresh, std::size_t note) {
    const std::string& uri = uris_[note];
    if (!pulls_) {
      require(without_save_remarks(client_.push_for(uri)) == without_save_remarks(fresh.push_for(uri)),
              "diagnostics are those of the model's text");
    }
    for (const char* probe : probes) {
      const Json params = params_for(uri, {0, 0, INT32_MAX, 0});
      require(without_save_remarks(client_.request(probe, params)) ==
                  without_save_remarks(fresh.request(probe, params)),
              "what is said of a note is what is said of the model's text");
    }
  }

  const std::array<std::string, 4> uris_ = uris();
  Json initialize_;
  text::PositionEncoding encoding_ = text::PositionEncoding::Utf16;
  bool pulls_ = false;
  int answers_ = 0;
  Session client_;
  std::array<Model, 4> models_;
  std::vector<Json> settings_;  // all that were sent
  std::int64_t version_ = 0;
  int checks_ = 0;
  bool trusted_ = true;  // the models know what the server should hold
};

}  // namespace

void prepare_folder() {
  std::string pattern = (fs::temp_directory_path() / "paravent-fuzz-XXXXXX").string();
  const char* made = ::mkdtemp(pattern.data());
  require(made != nullptr, "a folder for notes can be made");
  notes_folder() = fs::path(made) / "notes";
  fs::create_directories(notes_folder());
  ::setenv("XDG_CONFIG_HOME", (fs::path(made) / "config").c_str(), 1);
}

void run_script(std::string_view bytes) {
  std::size_t end = bytes.find('\x1E');
  Script script(bytes.substr(0, end));
  for (std::size_t steps = 0; end != std::string_view::npos && steps < most_steps; ++steps) {
    bytes.remove_prefix(end + 1);
    end = bytes.find('\x1E');
    script.step(bytes.substr(0, end));
  }
  script.finish();
}

}  // namespace paravent::fuzz
