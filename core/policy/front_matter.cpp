// Reads Paravent's switches out of a note's front matter. Only the few shapes that a switch can have are
// understood: the rest of the front matter is the note's own and none of our business.
#include <algorithm>
#include <charconv>

#include "policy/nearest.hpp"
#include "policy/policy.hpp"
#include "policy/settings.hpp"

namespace paravent::policy {
namespace {

constexpr std::string_view prefix = "paravent";
constexpr std::array<std::string_view, 3> switches{"save", "style", "threshold"};

std::string_view trimmed(std::string_view s) {
  constexpr std::string_view blanks = " \t\r";
  const std::size_t begin = s.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(blanks) - begin + 1);
}

// The value without its comment and quotes.
std::string_view plain_value(std::string_view s) {
  s = trimmed(s);
  if (!s.empty() && (s.front() == '"' || s.front() == '\'')) {
    const std::size_t close = s.find(s.front(), 1);
    return close == std::string_view::npos ? s : s.substr(1, close - 1);
  }
  if (!s.empty() && s.front() == '#') return {};
  const std::size_t comment = s.find(" #");
  return comment == std::string_view::npos ? s : trimmed(s.substr(0, comment));
}

Remark unreadable(std::string_view key, std::uint32_t line, std::string_view accepted_fr,
                  std::string_view accepted_en) {
  const std::string at = std::to_string(line);
  std::string fr = "Ligne " + at + " de l’en-tête : « ";
  std::string en = "Line " + at + " of the front matter: \"";
  fr.append(key)
      .append(" » n’accepte pas cette valeur. Valeurs possibles : ")
      .append(accepted_fr)
      .append(".");
  en.append(key).append("\" does not take this value. Possible values: ").append(accepted_en).append(".");
  return {line, std::move(fr), std::move(en)};
}

template <class T, std::size_t N>
void read_name(std::string_view key, std::string_view value, std::uint32_t line,
               const std::array<std::pair<std::string_view, T>, N>& names, std::optional<Setting<T>>& out,
               std::vector<Remark>& remarks) {
  if (const std::optional<T> known = value_of(names, value)) {
    out = Setting<T>{*known, line};
  } else {
    remarks.push_back(unreadable(key, line, listed(names), listed(names)));
  }
}

void read_switch(std::string_view key, std::string_view raw_value, std::uint32_t line, Settings& out) {
  const std::string_view value = plain_value(raw_value);
  if (key == "save") {
    read_name(key, value, line, save_modes, out.save, out.remarks);
  } else if (key == "style") {
    read_name(key, value, line, styles, out.style, out.remarks);
  } else if (key == "threshold") {
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error == std::errc() && end == value.data() + value.size() && number <= max_threshold) {
      out.threshold = Setting<std::uint16_t>{number, line};
    } else {
      out.remarks.push_back(
          unreadable(key, line, "un nombre entier de 0 à 1000", "a whole number from 0 to 1000"));
    }
  } else if (key == "ignore") {
    // Refused, whatever it names: apply() says so. An empty list asks for nothing.
    CategorySet some;
    some.insert(Category::Person);
    if (value != "[]" && !value.empty()) out.ignored = Setting<CategorySet>{some, line};
  } else {
    out.remarks.push_back(unknown_key(key, line, switches));
  }
}

struct Pair {
  std::string_view key;
  std::string_view value;
};

// "key: value" of YAML or "key = value" of TOML.
std::optional<Pair> split_pair(std::string_view line) {
  const std::size_t at = line.find_first_of(":=");
  if (at == std::string_view::npos) return std::nullopt;
  return Pair{plain_value(line.substr(0, at)), trimmed(line.substr(at + 1))};
}

// {save: strict, threshold: 300}
void read_flow(std::string_view value, std::uint32_t line, Settings& out) {
  const std::size_t close = value.find('}');
  if (close == std::string_view::npos) {
    out.remarks.push_back(unreadable(prefix, line, "{save: strict}", "{save: strict}"));
    return;
  }
  std::string_view rest = value.substr(1, close - 1);
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view item = trimmed(rest.substr(0, comma));
    if (const auto pair = split_pair(item)) read_switch(pair->key, pair->value, line, out);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
}

// Goes through the lines and remembers whether they are inside paravent's own block.
class Reader {
 public:
  explicit Reader(Settings& out) : out_(out) {}

  void read(std::string_view line, std::uint32_t number) {
    const std::string_view content = trimmed(line);
    if (content.empty() || content.front() == '#') return;
    if (content.front() == '[') {
      inside_ = content == "[paravent]";
      toml_section_ = inside_;
      return;
    }
    const bool indented = line.front() == ' ' || line.front() == '\t';
    if (!indented && !toml_section_) inside_ = false;
    const std::optional<Pair> pair = split_pair(content);
    if (!pair) return;
    if (inside_) {
      read_switch(pair->key, pair->value, number, out_);
    } else if (!indented) {
      read_top(*pair, number);
    }
  }

 private:
  void read_top(const Pair& pair, std::uint32_t number) {
    if (pair.key.substr(0, prefix.size()) != prefix) return;
    const std::string_view rest = pair.key.substr(prefix.size());
    if (rest.empty()) {
      if (!pair.value.empty() && pair.value.front() == '{') {
        read_flow(pair.value, number, out_);
      } else if (plain_value(pair.value).empty()) {
        inside_ = true;
      } else {
        out_.remarks.push_back(unreadable(prefix, number, "{save: strict}", "{save: strict}"));
      }
    } else if (rest.front() == '-' || rest.front() == '.' || rest.front() == '_') {
      read_switch(rest.substr(1), pair.value, number, out_);
    }
  }

  Settings& out_;
  bool inside_ = false;
  bool toml_section_ = false;
};

}  // namespace

Loaded overlay_front_matter(const Policy& base, std::string_view front_matter) {
  Settings settings;
  Reader reader(settings);
  std::uint32_t number = 0;
  while (!front_matter.empty()) {
    const std::size_t end = std::min(front_matter.find('\n'), front_matter.size());
    ++number;
    reader.read(front_matter.substr(0, end), number);
    front_matter.remove_prefix(std::min(end + 1, front_matter.size()));
  }
  return apply(base, std::move(settings), Level::Folder);
}

}  // namespace paravent::policy
