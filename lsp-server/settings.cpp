#include "lsp-server/settings.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "lsp-server/words.hpp"

namespace paravent::lsp {
namespace {

bool read_switch(const Json& section, const char* name, bool& out) {
  const Json* value = member(section, name);
  if (value == nullptr || value->is_null()) return true;
  if (!value->is_boolean()) return false;
  out = is_true(value);
  return true;
}

bool read_language(const Json& section, std::optional<text::Language>& out) {
  const Json* value = member(section, "language");
  if (value == nullptr || value->is_null()) return true;
  const std::string* name = as_string(value);
  if (name == nullptr) return false;
  if (*name == "fr") out = text::Language::French;
  if (*name == "en") out = text::Language::English;
  return out.has_value() || name->empty() || *name == "auto";
}

}  // namespace

SettingsRead read_settings(const Json* section) {
  SettingsRead out;
  if (section == nullptr || !section->is_object()) return out;
  if (!read_switch(*section, "hints", out.settings.hints)) out.remarks.push_back(words::bad_setting_hints);
  if (!read_switch(*section, "inlayHints", out.settings.inlay_hints)) {
    out.remarks.push_back(words::bad_setting_inlay_hints);
  }
  if (!read_switch(*section, "realNames", out.settings.real_names)) {
    out.remarks.push_back(words::bad_setting_real_names);
  }
  if (!read_language(*section, out.settings.language)) out.remarks.push_back(words::bad_setting_language);
  constexpr std::array<const char*, 5> policy_keys{"save", "anonymise", "detect", "endpoints", "providers"};
  for (const char* key : policy_keys) {
    if (member(*section, key) == nullptr) continue;
    out.remarks.push_back(words::setting_of_policy);
    break;
  }
  return out;
}

}  // namespace paravent::lsp
