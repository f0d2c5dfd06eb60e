// Params of the messages about folders, settings, watched files and saves; see protocol.hpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lsp-server/json.hpp"
#include "workspace/moved_notes.hpp"

namespace paravent::lsp {

enum class Trace { Off, Messages, Verbose };

struct TraceParams {
  Trace value = Trace::Off;
};

struct ConfigurationParams {
  const Json* section = nullptr;  // "paravent" of the settings; lives as long as the message
};

struct FoldersChangeParams {
  std::vector<std::filesystem::path> added;  // folders that are no file: URI are left out
  std::vector<std::filesystem::path> removed;
};

struct WatchedFilesParams {
  std::vector<std::filesystem::path> files;
};

struct RenameFilesParams {
  std::vector<workspace::FileMove> moves;  // files that are no file: URI are left out
};

// The argument of a command about one note: by `uri` or by `textDocument`.
struct DocumentCommandParams {
  std::string uri;
};

// A note or a folder, by `uri` or by `textDocument`.
struct FolderParams {
  std::string uri;
  std::string progress_token;  // as JSON; empty when there is none
};

struct ProgressParams {
  std::string token;  // as JSON
};

enum class SaveReason { Manual = 1, AfterDelay = 2, FocusOut = 3 };

struct WillSaveParams {
  std::string uri;
  SaveReason reason = SaveReason::Manual;
};

struct MayWriteParams {
  std::string uri;
  std::optional<std::int64_t> version;  // that is about to be written; none: the newest the server knows
};

bool read(const Json& json, TraceParams& out);
bool read(const Json& json, ConfigurationParams& out);
bool read(const Json& json, FoldersChangeParams& out);
bool read(const Json& json, WatchedFilesParams& out);
bool read(const Json& json, RenameFilesParams& out);
bool read(const Json& json, DocumentCommandParams& out);
bool read(const Json& json, FolderParams& out);
bool read(const Json& json, ProgressParams& out);
bool read(const Json& json, WillSaveParams& out);
bool read(const Json& json, MayWriteParams& out);

// Off for anything that is no trace value.
Trace trace_of(const Json* value);

}  // namespace paravent::lsp
