// The params of the features' own requests. Each read() says whether the JSON has that shape.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "lsp-server/protocol.hpp"
#include "policy/policy.hpp"
#include "text/document.hpp"

namespace paravent::lsp {

using PositionParams = HoverParams;

struct ReferenceParams {
  std::string uri;
  text::Position position;
  bool include_declaration = true;
};

struct RangeParams {
  std::string uri;
  text::PositionRange range;
};

struct RenameParams {
  std::string uri;
  text::Position position;
  std::string new_name;
};

// What an edit is about: one finding, all mentions of its entity, or everything.
enum class Scope { This, All, Everything };

// A code action that comes back for its edit. Only `data`, which is ours, is looked at.
struct ResolveParams {
  std::string action;  // the action as JSON, without an edit
  std::string uri;
  std::int64_t version = 0;
  text::PositionRange range;
  Scope scope = Scope::This;
};

struct WorkspaceDiagnosticParams {
  std::map<std::string, std::string, std::less<>> previous;  // uri → result id
  std::string partial_token;                                 // as JSON; empty when there is none
  std::string progress_token;                                // likewise
};

// A note by `uri` or by `textDocument`: the same params for the request and for its executeCommand twin.
struct PreviewParams {
  std::string uri;
  std::optional<policy::Style> style;  // none: that of the policy
};

struct FindingsParams {
  std::string uri;
  std::size_t offset = 0;
  std::size_t limit = 1000;
  bool hints = true;
};

struct RiskParams {
  std::string uri;
  bool show = false;  // tell the user, too
};

struct CopyParams {
  std::string uri;
  std::optional<text::PositionRange> range;  // none: the whole note
  std::optional<policy::Style> style;        // none: aliases that come back
};

struct RestoreParams {
  std::string uri;
  std::string text;
};

struct IgnoreParams {
  std::string uri;
  text::PositionRange range;  // of the finding
  bool folder = false;        // in all notes of the folder
};

// Two aliases of one person.
struct MergeParams {
  std::string uri;
  std::string kept;
  std::string other;
};

// A form of whoever bears the alias that is somebody else's.
struct SplitParams {
  std::string uri;
  std::string alias;
  std::string form;
};

bool read(const Json& json, CopyParams& out);
bool read(const Json& json, RestoreParams& out);
bool read(const Json& json, IgnoreParams& out);
bool read(const Json& json, MergeParams& out);
bool read(const Json& json, SplitParams& out);
bool read(const Json& json, ReferenceParams& out);
bool read(const Json& json, RangeParams& out);
bool read(const Json& json, RenameParams& out);
bool read(const Json& json, ResolveParams& out);
bool read(const Json& json, WorkspaceDiagnosticParams& out);
bool read(const Json& json, PreviewParams& out);
bool read(const Json& json, FindingsParams& out);
bool read(const Json& json, RiskParams& out);

// As it stands in `data`: "this", "all", "everything".
std::string_view name_of(Scope scope);

}  // namespace paravent::lsp
