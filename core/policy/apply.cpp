#include <algorithm>

#include "policy/settings.hpp"

namespace paravent::policy {
namespace {

Remark refused(std::string_view key, std::uint32_t line) {
  const std::string at = std::to_string(line);
  std::string fr = "Ligne " + at + " : « ";
  std::string en = "Line " + at + ": \"";
  fr.append(key).append(
      " » n’est pas pris en compte. Un dossier ou une note peut demander plus de "
      "protection, jamais moins ; ce réglage se change dans votre propre fichier "
      "paravent.toml.");
  en.append(key).append(
      "\" is not taken into account. A folder or a note may ask for more protection, "
      "never for less; change this setting in your own paravent.toml.");
  return {line, std::move(fr), std::move(en)};
}

// Generalised notes cannot be turned back into names; what stands for one person throughout can.
bool loosens(Style from, Style to) {
  return from == Style::Generalise && to != Style::Generalise;
}

}  // namespace

Loaded apply(const Policy& base, Settings settings, Level level) {
  Loaded out{base, std::move(settings.remarks)};
  const bool folder = level == Level::Folder;
  const auto refuse = [&out](std::string_view key, std::uint32_t line) {
    out.remarks.push_back(refused(key, line));
  };
  if (const auto& save = settings.save) {
    if (folder && save->value < base.save) {
      refuse("save", save->line);
    } else {
      out.policy.save = save->value;
    }
  }
  if (const auto& style = settings.style) {
    if (folder && loosens(base.style, style->value)) {
      refuse("style", style->line);
    } else {
      out.policy.style = style->value;
    }
  }
  if (const auto& threshold = settings.threshold) {
    if (folder && threshold->value > base.masking_threshold) {
      refuse("threshold", threshold->line);
    } else {
      out.policy.masking_threshold = threshold->value;
    }
  }
  // An empty list leaves nothing out: a folder may say so.
  const auto set_categories = [&](const auto& asked, std::string_view key, CategorySet& categories) {
    if (!asked) return;
    if (!folder) {
      categories = asked->value;
    } else if (!asked->value.empty()) {
      refuse(key, asked->line);
    }
  };
  set_categories(settings.ignored, "ignore", out.policy.ignored);
  set_categories(settings.kept, "keep", out.policy.kept);
  // These two protect nothing and loosen nothing.
  if (settings.language) out.policy.language = settings.language->value;
  if (settings.root) out.policy.root = settings.root->value;
  // Not stable_sort: clang warns about what libstdc++ 12 does in it.
  std::sort(out.remarks.begin(), out.remarks.end(), [](const Remark& a, const Remark& b) {
    return a.line != b.line ? a.line < b.line : a.fr < b.fr;
  });
  return out;
}

Policy stricter(const Policy& a, const Policy& b) {
  Policy out = a;
  out.save = std::max(a.save, b.save);
  if (loosens(b.style, a.style)) out.style = b.style;
  out.ignored = a.ignored.shared_with(b.ignored);
  out.kept = a.kept.shared_with(b.kept);
  out.masking_threshold = std::min(a.masking_threshold, b.masking_threshold);
  return out;
}

}  // namespace paravent::policy
