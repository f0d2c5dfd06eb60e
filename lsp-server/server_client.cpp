// What the client tells of itself while it runs: settings, folders, files that changed on disk.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "lsp-server/server_work.hpp"
#include "lsp-server/twin.hpp"
#include "lsp-server/uri.hpp"
#include "platform/files.hpp"
#include "text/wording.hpp"
#include "workspace/notes.hpp"
#include "workspace/policy_files.hpp"

namespace paravent::lsp {
namespace {

namespace fs = std::filesystem;

void write_watchers(JsonWriter& json, const ClientCapabilities& client) {
  json.begin_array();
  for (const char* pattern : {"**/paravent.toml", "**/*.md"}) {
    json.begin_object().key("globPattern").string(pattern).end_object();
  }
  // The user's own file lies outside the folders that a client watches by itself.
  const fs::path user = workspace::user_policy_file();
  if (client.relative_patterns && !user.empty() && platform::exists(user.parent_path())) {
    json.begin_object().key("globPattern").begin_object();
    json.key("baseUri")
        .string(uri_of_path(user.parent_path()))
        .key("pattern")
        .string(user.filename().string());
    json.end_object().end_object();
  }
  json.end_array();
}

// Notes that are gone while their twins have stayed. Run away from the reader.
void check_twins(const std::vector<fs::path>& notes, Session& session) {
  for (const fs::path& note : notes) {
    const auto twin = twin_of(note);
    if (!twin || platform::exists(note)) continue;
    session.tell_once(MessageType::Warning,
                      text::fill(words::twin_left_behind, session.language, {twin->filename().string()}));
  }
}

}  // namespace

void Server::bind_client() {
  binder_.notification<NoParams>("initialized", [this](const NoParams&) { initialized(); });
  binder_.notification<ConfigurationParams>(
      "workspace/didChangeConfiguration",
      [this](const ConfigurationParams& params) { configuration_changed(params); });
  binder_.notification<FoldersChangeParams>(
      "workspace/didChangeWorkspaceFolders",
      [this](const FoldersChangeParams& params) { folders_changed(params); });
  binder_.notification<WatchedFilesParams>(
      "workspace/didChangeWatchedFiles", [this](const WatchedFilesParams& params) { files_changed(params); });
}

void Server::initialized() {
  const bool watch = session_.client.register_watched_files;
  const bool configuration = session_.client.register_configuration;
  if (watch || configuration) {
    JsonWriter json;
    json.begin_object().key("registrations").begin_array();
    if (watch) {
      json.begin_object().key("id").string("paravent.files").key("method");
      json.string("workspace/didChangeWatchedFiles").key("registerOptions").begin_object().key("watchers");
      write_watchers(json, session_.client);
      json.end_object().end_object();
    }
    if (configuration) {
      json.begin_object().key("id").string("paravent.configuration").key("method");
      json.string("workspace/didChangeConfiguration").key("registerOptions").begin_object();
      json.key("section").string("paravent").end_object().end_object();
    }
    json.end_array().end_object();
    outbox_.call("client/registerCapability", json.take(), [](const Json*) {});
  }
  if (session_.client.configuration) pull_settings({{}});
}

// One question for all of them; an empty URI stands for documents that have no settings of their own.
void Server::pull_settings(std::vector<std::string> uris) {
  if (uris.empty()) return;
  JsonWriter json;
  json.begin_object().key("items").begin_array();
  for (const std::string& uri : uris) {
    json.begin_object();
    if (!uri.empty()) json.key("scopeUri").string(uri);
    json.key("section").string("paravent").end_object();
  }
  json.end_array().end_object();
  outbox_.call("workspace/configuration", json.take(), [this, uris = std::move(uris)](const Json* result) {
    if (result == nullptr || !result->is_array() || result->size() != uris.size()) return;
    for (std::size_t i = 0; i < uris.size(); ++i) settings_came(uris[i], &(*result)[i]);
  });
}

void Server::settings_came(const std::string& uri, const Json* section) {
  const Settings settings = settings_of(section);
  if (uri.empty()) {
    settings_ = settings;
    session_.hints = settings.hints;
  } else if (Documents::Entry* entry = documents_.find(uri)) {
    set_settings(*entry, settings);
  }
}

Settings Server::settings_of(const Json* section) {
  const SettingsRead read = read_settings(section);
  for (const text::Wording& remark : read.remarks) {
    session_.tell_once(MessageType::Warning, std::string(say(remark)));
  }
  return read.settings;
}

void Server::set_settings(Documents::Entry& entry, const Settings& settings) {
  update(entry, Lane::Text, [settings](Draft& draft) { return draft.set_settings(settings); });
}

void Server::configuration_changed(const ConfigurationParams& params) {
  if (session_.client.configuration) {
    std::vector<std::string> uris{{}};
    documents_.for_each_open([&](Documents::Entry& entry) { uris.push_back(entry.draft.uri()); });
    pull_settings(std::move(uris));
    return;
  }
  settings_ = settings_of(params.section);
  session_.hints = settings_.hints;
  documents_.for_each_open([&](Documents::Entry& entry) { set_settings(entry, settings_); });
}

void Server::folders_changed(const FoldersChangeParams& params) {
  for (const fs::path& folder : params.removed) std::erase(folders_, folder);
  for (const fs::path& folder : params.added) {
    if (std::find(folders_.begin(), folders_.end(), folder) == folders_.end()) folders_.push_back(folder);
  }
  session_.refresh_diagnostics();  // those of the whole workspace
}

void Server::files_changed(const WatchedFilesParams& params) {
  std::vector<fs::path> notes;
  bool policies = false;
  for (const fs::path& file : params.files) {
    if (workspace::is_policy_file(file)) {
      policies = true;
    } else {
      notes.push_back(file);
    }
  }
  if (policies) reload_policies();
  if (notes.empty()) return;
  read_folders();
  folders_worker_->post(Task([this, notes = std::move(notes)] {
    if (!session_.ending) check_twins(notes, session_);
  }));
}

void Server::read_folders() {
  documents_.for_each_open([&](Documents::Entry& entry) { read_folder(entry); });
}

void Server::read_folder(Documents::Entry& entry) {
  entry.worker->post(Task([this, &entry] {
    if (!session_.ending && entry.draft.read_folder()) show_again(entry);
  }));
}

// A policy file has changed: every open note may stand under it.
void Server::reload_policies() {
  session_.next_turn();
  documents_.for_each_open([&](Documents::Entry& entry) {
    update(entry, Lane::Text, [](Draft& draft) { return draft.reload_policy(); });
  });
}

// True when a policy known before any note is open asks for edits on save.
bool Server::save_edits_wanted() const {
  std::vector<fs::path> folders = folders_;
  if (folders.empty()) folders.emplace_back("/");
  return std::any_of(folders.begin(), folders.end(), [](const fs::path& folder) {
    const auto read = workspace::policy_for_folder(folder);
    return read && read->policy.save >= policy::SaveMode::InPlace;
  });
}

}  // namespace paravent::lsp
