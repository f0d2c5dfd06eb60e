// The part of LSP 3.17 that this server speaks, typed. Each params struct has a read() that says whether the
// JSON has its shape; members that the server does not use are not looked at.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp-server/json.hpp"
#include "text/document.hpp"
#include "text/line_index.hpp"

namespace paravent::lsp {

enum class ErrorCode : int {
  ParseError = -32700,
  InvalidRequest = -32600,
  MethodNotFound = -32601,
  InvalidParams = -32602,
  InternalError = -32603,
  ServerNotInitialized = -32002,
  RequestCancelled = -32800,
  ContentModified = -32801,
  ServerCancelled = -32802,
  RequestFailed = -32803,
};

enum class MessageType : int { Error = 1, Warning = 2, Info = 3 };

struct NoParams {};

struct InitializeParams {
  const Json* capabilities = nullptr;  // lives as long as the message
  std::string locale;
  std::vector<std::string> folders;     // URIs of workspaceFolders, else rootUri
  const Json* options = nullptr;        // initializationOptions; lives as long as the message
  std::optional<std::int64_t> process;  // of the client
  const Json* trace = nullptr;          // lives as long as the message
};

struct DidOpenParams {
  std::string uri;
  std::int64_t version = 0;
  std::string text;
};

struct ContentChange {
  std::optional<text::PositionRange> range;  // none: the whole text
  std::string text;
};

struct DidChangeParams {
  std::string uri;
  std::optional<std::int64_t> version;
  std::vector<ContentChange> changes;
};

struct DocumentParams {
  std::string uri;
};

struct HoverParams {
  std::string uri;
  text::Position position;
};

struct CodeActionParams {
  std::string uri;
  text::PositionRange range;
  std::vector<std::string> only;  // kinds asked for; empty: any
};

struct DiagnosticParams {
  std::string uri;
  std::string previous_result_id;
};

// The argument of every paravent.… command.
struct CommandTarget {
  std::string uri;
  std::optional<std::int64_t> version;
  std::optional<text::PositionRange> range;
};

struct ExecuteCommandParams {
  std::string command;
  const Json* arguments = nullptr;  // lives as long as the message
  const Json* token = nullptr;      // of work-done progress; likewise
};

struct CancelParams {
  std::string id;  // as JSON
};

bool read(const Json& json, NoParams& out);
bool read(const Json& json, InitializeParams& out);
bool read(const Json& json, DidOpenParams& out);
bool read(const Json& json, DidChangeParams& out);
bool read(const Json& json, DocumentParams& out);
bool read(const Json& json, HoverParams& out);
bool read(const Json& json, CodeActionParams& out);
bool read(const Json& json, DiagnosticParams& out);
bool read(const Json& json, CommandTarget& out);
bool read(const Json& json, ExecuteCommandParams& out);
bool read(const Json& json, CancelParams& out);

// Parts of params; false when the JSON is not one.
bool read_position(const Json* json, text::Position& out);
bool read_range(const Json* json, text::PositionRange& out);

// An id as JSON text: a string or a whole number; nothing for anything else.
std::optional<std::string> id_of(const Json* id);

// The uri of a textDocument, for params that are otherwise not understood.
const std::string* document_of(const Json& params);

}  // namespace paravent::lsp
