#include "lsp-server/json.hpp"

#include <nlohmann/json.hpp>

namespace paravent::lsp {
namespace {

// Brackets outside strings; good enough for text that is no JSON too, since the parser comes next.
bool nests_too_deep(std::string_view text) {
  unsigned depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > max_json_depth) return true;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

}  // namespace

std::optional<Json> parse_json(std::string_view text) {
  if (nests_too_deep(text)) return std::nullopt;
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  return json;
}

const Json* member(const Json& json, const char* name) {
  if (!json.is_object()) return nullptr;
  const auto found = json.find(name);
  return found == json.end() ? nullptr : &*found;
}

const Json* at(const Json& json, std::string_view dotted) {
  const Json* here = &json;
  while (here != nullptr && !dotted.empty()) {
    const std::size_t dot = dotted.find('.');
    here = member(*here, std::string(dotted.substr(0, dot)).c_str());
    dotted.remove_prefix(dot == std::string_view::npos ? dotted.size() : dot + 1);
  }
  return here;
}

const std::string* as_string(const Json* json) {
  return json == nullptr ? nullptr : json->get_ptr<const std::string*>();
}

std::optional<std::int64_t> as_integer(const Json* json) {
  if (json == nullptr || !json->is_number_integer()) return std::nullopt;
  if (json->is_number_unsigned()) {
    const std::uint64_t value = *json->get_ptr<const Json::number_unsigned_t*>();
    return value > static_cast<std::uint64_t>(INT64_MAX) ? INT64_MAX : static_cast<std::int64_t>(value);
  }
  return *json->get_ptr<const Json::number_integer_t*>();
}

bool is_true(const Json* json) {
  return json != nullptr && json->is_boolean() && *json->get_ptr<const Json::boolean_t*>();
}

}  // namespace paravent::lsp
