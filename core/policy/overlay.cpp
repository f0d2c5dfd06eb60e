// Reads a paravent.toml. The keys are the table at the end of the anonymous namespace.
#include <algorithm>

#include "policy/nearest.hpp"
#include "policy/policy.hpp"
#include "policy/settings.hpp"
#include "policy/toml.hpp"

namespace paravent::policy {
namespace {

using text::Failure;

std::uint32_t line_of(const toml::node& node) {
  return node.source().begin.line;
}

Failure wrong_value(std::string_view key, std::uint32_t line, std::string_view accepted_fr,
                    std::string_view accepted_en) {
  const std::string at = std::to_string(line);
  std::string fr = "Ligne " + at + " : « ";
  std::string en = "Line " + at + ": \"";
  fr.append(key)
      .append(" » n’accepte pas cette valeur. Valeurs possibles : ")
      .append(accepted_fr)
      .append(".");
  en.append(key).append("\" does not take this value. Possible values: ").append(accepted_en).append(".");
  return {std::move(fr), std::move(en)};
}

using Read = std::optional<Failure> (*)(const toml::node& node, std::string_view key, Settings& out);

template <class T, std::size_t N>
std::optional<Failure> read_name(const toml::node& node, std::string_view key,
                                 const std::array<std::pair<std::string_view, T>, N>& names,
                                 std::optional<Setting<T>>& out) {
  const std::optional<std::string_view> name = node.value_exact<std::string_view>();
  const std::optional<T> value = name ? value_of(names, *name) : std::nullopt;
  if (!value) return wrong_value(key, line_of(node), listed(names), listed(names));
  out = Setting<T>{*value, line_of(node)};
  return std::nullopt;
}

std::optional<Failure> read_save(const toml::node& node, std::string_view key, Settings& out) {
  return read_name(node, key, save_modes, out.save);
}

std::optional<Failure> read_style(const toml::node& node, std::string_view key, Settings& out) {
  return read_name(node, key, styles, out.style);
}

std::optional<Failure> read_language(const toml::node& node, std::string_view key, Settings& out) {
  return read_name(node, key, languages, out.language);
}

std::optional<Failure> read_root(const toml::node& node, std::string_view key, Settings& out) {
  const std::optional<bool> value = node.value_exact<bool>();
  if (!value) return wrong_value(key, line_of(node), "true, false", "true, false");
  out.root = Setting<bool>{*value, line_of(node)};
  return std::nullopt;
}

std::optional<Failure> read_threshold(const toml::node& node, std::string_view key, Settings& out) {
  const std::optional<std::int64_t> value = node.value_exact<std::int64_t>();
  if (!value || *value < 0 || *value > max_threshold) {
    return wrong_value(key, line_of(node), "un nombre entier de 0 à 1000", "a whole number from 0 to 1000");
  }
  out.threshold = Setting<std::uint16_t>{static_cast<std::uint16_t>(*value), line_of(node)};
  return std::nullopt;
}

std::optional<Failure> read_categories(const toml::node& node, std::string_view key,
                                       std::optional<Setting<CategorySet>>& out) {
  std::string codes;
  for (std::size_t i = 0; i < category_count; ++i) {
    if (i > 0) codes += ", ";
    codes.append("\"").append(code_of(static_cast<Category>(i))).append("\"");
  }
  const auto failure = [&](const toml::node& at) {
    return wrong_value(key, line_of(at), "une liste, par exemple [\"DATE\"], choisie parmi " + codes,
                       "a list, such as [\"DATE\"], out of " + codes);
  };
  const toml::array* list = node.as_array();
  if (list == nullptr) return failure(node);
  Setting<CategorySet> set{{}, line_of(node)};
  for (const toml::node& item : *list) {
    const std::optional<std::string_view> code = item.value_exact<std::string_view>();
    const std::optional<Category> category = code ? category_of(*code) : std::nullopt;
    if (!category) return failure(item);
    set.value.insert(*category);
  }
  out = set;
  return std::nullopt;
}

std::optional<Failure> read_ignore(const toml::node& node, std::string_view key, Settings& out) {
  return read_categories(node, key, out.ignored);
}

std::optional<Failure> read_keep(const toml::node& node, std::string_view key, Settings& out) {
  return read_categories(node, key, out.kept);
}

struct Key {
  std::string_view section;  // empty: before the first [section]
  std::string_view name;
  Read read;
};

constexpr std::array<Key, 7> keys{{{"", "language", read_language},
                                   {"", "root", read_root},
                                   {"save", "mode", read_save},
                                   {"anonymise", "style", read_style},
                                   {"anonymise", "keep", read_keep},
                                   {"detect", "ignore", read_ignore},
                                   {"detect", "threshold", read_threshold}}};

bool is_section(std::string_view name) {
  return std::any_of(keys.begin(), keys.end(),
                     [name](const Key& key) { return !name.empty() && key.section == name; });
}

// What may stand in a section; at the top, the sections themselves too.
std::vector<std::string_view> known_names(std::string_view section) {
  std::vector<std::string_view> out;
  for (const Key& key : keys) {
    if (key.section == section) {
      out.push_back(key.name);
    } else if (section.empty() && (out.empty() || out.back() != key.section)) {
      out.push_back(key.section);
    }
  }
  return out;
}

Failure not_a_section(std::string_view name, std::uint32_t line) {
  const std::string at = std::to_string(line);
  const std::string shown(name);
  return {"Ligne " + at + " : « " + shown + " » est une section. Écrivez [" + shown +
              "] seul sur une ligne, puis ses réglages en dessous.",
          "Line " + at + ": \"" + shown + "\" is a section. Write [" + shown +
              "] alone on a line, then its settings below."};
}

std::optional<Failure> read_table(const toml::table& table, std::string_view section, Settings& out) {
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();
    const auto known = std::find_if(
        keys.begin(), keys.end(), [&](const Key& row) { return row.section == section && row.name == name; });
    const std::uint32_t line = key.source().begin.line;
    if (known != keys.end()) {
      if (auto failure = known->read(node, name, out)) return failure;
    } else if (section.empty() && is_section(name)) {
      const toml::table* inner = node.as_table();
      if (inner == nullptr) return not_a_section(name, line);
      if (auto failure = read_table(*inner, name, out)) return failure;
    } else {
      out.remarks.push_back(unknown_key(name, line, known_names(section)));
    }
  }
  return std::nullopt;
}

Failure syntax_error(const toml::source_position& at) {
  const std::string line = std::to_string(at.line);
  const std::string column = std::to_string(at.column);
  return {"Ligne " + line + ", colonne " + column +
              " : ce réglage n’est pas écrit comme il faut. Il s’écrit « clé = valeur », un par ligne, les "
              "mots entre guillemets droits : mode = \"warn\".",
          "Line " + line + ", column " + column +
              ": this setting is not written as it should be. Write it as key = value, one a line, words "
              "between straight quotes: mode = \"warn\"."};
}

}  // namespace

text::Result<Loaded> overlay(const Policy& base, std::string_view toml, Level level) {
  const toml::parse_result parsed = toml::parse(toml);
  if (!parsed) return syntax_error(parsed.error().source().begin);
  Settings settings;
  if (auto failure = read_table(parsed.table(), "", settings)) return *std::move(failure);
  return apply(base, std::move(settings), level);
}

}  // namespace paravent::policy
