// What an editor's own settings may decide: display alone. They can come from a folder that somebody else
// made
// (.vscode/settings.json), so nothing in them can loosen what paravent.toml asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lsp-server/json.hpp"
#include "text/language.hpp"

namespace paravent::lsp {

struct Settings {
  bool hints = true;         // paravent.hints: findings that are only pointed out are shown
  bool inlay_hints = false;  // paravent.inlayHints: what would stand there is shown in the text
  bool real_names = true;    // paravent.realNames: who stands behind an alias of an in-place note is, too
  std::optional<text::Language>
      language;  // paravent.language: "fr" or "en"; else the policy's, else the client's

  bool operator==(const Settings&) const = default;
};

struct SettingsRead {
  Settings settings;
  std::vector<text::Wording>
      remarks;  // on values that are not understood and keys that belong to paravent.toml
};

// The section "paravent" of a client's settings. nullptr, null and what is no object mean the defaults.
SettingsRead read_settings(const Json* section);

}  // namespace paravent::lsp
