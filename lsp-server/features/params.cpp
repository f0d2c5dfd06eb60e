#include "lsp-server/features/params.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace paravent::lsp {
namespace {

constexpr std::size_t most_findings_a_page = 10'000;

constexpr std::array<std::string_view, 3> scope_names{"this", "all", "everything"};

// A token of work-done or partial results, as JSON: a string or a whole number.
std::string token(const Json& json, const char* name) {
  return id_of(member(json, name)).value_or("");
}

bool read_note(const Json& json, std::string& uri) {
  const std::string* found = document_of(json);
  if (found == nullptr) found = as_string(member(json, "uri"));
  if (found == nullptr) return false;
  uri = *found;
  return true;
}

bool read_position_in(const Json& json, std::string& uri, text::Position& position) {
  const std::string* found = document_of(json);
  if (found == nullptr || !read_position(member(json, "position"), position)) return false;
  uri = *found;
  return true;
}

bool read_word(const Json& json, const char* name, std::string& out) {
  const std::string* word = as_string(member(json, name));
  if (word == nullptr) return false;
  out = *word;
  return true;
}

// A style that may be missing; false when something else stands there.
bool read_style(const Json& json, std::optional<policy::Style>& out) {
  const Json* style = member(json, "style");
  if (style == nullptr || style->is_null()) return true;
  const std::string* name = as_string(style);
  if (name == nullptr) return false;
  out = policy::style_of(*name);
  return out.has_value();
}

// A count that may be missing; false when something else stands there.
bool read_size(const Json* json, std::size_t& out) {
  if (json == nullptr || json->is_null()) return true;
  const auto value = as_integer(json);
  if (!value || *value < 0) return false;
  out = static_cast<std::size_t>(*value);
  return true;
}

}  // namespace

std::string_view name_of(Scope scope) {
  return scope_names[static_cast<std::size_t>(scope)];
}

bool read(const Json& json, ReferenceParams& out) {
  const Json* declaration = at(json, "context.includeDeclaration");
  out.include_declaration = declaration == nullptr || is_true(declaration);
  return read_position_in(json, out.uri, out.position);
}

bool read(const Json& json, RangeParams& out) {
  const std::string* uri = document_of(json);
  if (uri == nullptr) return false;
  out.uri = *uri;
  return read_range(member(json, "range"), out.range);
}

bool read(const Json& json, RenameParams& out) {
  const std::string* name = as_string(member(json, "newName"));
  if (name == nullptr) return false;
  out.new_name = *name;
  return read_position_in(json, out.uri, out.position);
}

bool read(const Json& json, ResolveParams& out) {
  const Json* data = member(json, "data");
  if (data == nullptr) return false;
  const std::string* uri = as_string(member(*data, "uri"));
  const auto version = as_integer(member(*data, "version"));
  const std::string* scope = as_string(member(*data, "scope"));
  if (uri == nullptr || !version || scope == nullptr || !read_range(member(*data, "range"), out.range)) {
    return false;
  }
  const auto known = std::find(scope_names.begin(), scope_names.end(), *scope);
  if (known == scope_names.end()) return false;
  out.uri = *uri;
  out.version = *version;
  out.scope = static_cast<Scope>(known - scope_names.begin());
  Json action = json;
  action.erase("edit");
  out.action = action.dump();
  return true;
}

bool read(const Json& json, WorkspaceDiagnosticParams& out) {
  out.partial_token = token(json, "partialResultToken");
  out.progress_token = token(json, "workDoneToken");
  const Json* previous = member(json, "previousResultIds");
  if (previous == nullptr || previous->is_null()) return json.is_object();
  if (!previous->is_array()) return false;
  for (const Json& item : *previous) {
    const std::string* uri = as_string(member(item, "uri"));
    const std::string* id = as_string(member(item, "value"));
    if (uri == nullptr || id == nullptr) return false;
    out.previous.insert_or_assign(*uri, *id);
  }
  return true;
}

bool read(const Json& json, PreviewParams& out) {
  return read_style(json, out.style) && read_note(json, out.uri);
}

bool read(const Json& json, CopyParams& out) {
  const Json* range = member(json, "range");
  const bool whole = range == nullptr || range->is_null();
  return read_style(json, out.style) && read_note(json, out.uri) &&
         (whole || read_range(range, out.range.emplace()));
}

bool read(const Json& json, RestoreParams& out) {
  return read_word(json, "text", out.text) && read_note(json, out.uri);
}

bool read(const Json& json, IgnoreParams& out) {
  out.folder = is_true(member(json, "folder"));
  return read_range(member(json, "range"), out.range) && read_note(json, out.uri);
}

bool read(const Json& json, MergeParams& out) {
  return read_word(json, "kept", out.kept) && read_word(json, "other", out.other) && read_note(json, out.uri);
}

bool read(const Json& json, SplitParams& out) {
  return read_word(json, "alias", out.alias) && read_word(json, "form", out.form) && read_note(json, out.uri);
}

bool read(const Json& json, FindingsParams& out) {
  const Json* hints = member(json, "hints");
  out.hints = hints == nullptr || hints->is_null() || is_true(hints);
  if (!read_size(member(json, "offset"), out.offset) || !read_size(member(json, "limit"), out.limit)) {
    return false;
  }
  out.limit = std::clamp<std::size_t>(out.limit, 1, most_findings_a_page);
  return read_note(json, out.uri);
}

bool read(const Json& json, RiskParams& out) {
  out.show = is_true(member(json, "show"));
  return read_note(json, out.uri);
}

}  // namespace paravent::lsp
