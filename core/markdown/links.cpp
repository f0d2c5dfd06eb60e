#include "markdown/links.hpp"

#include <algorithm>

#include "markdown/block.hpp"
#include "markdown/escapes.hpp"
#include "markdown/region.hpp"

namespace paravent::markdown {
namespace {

constexpr std::string_view blanks = " \t";

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class LinkCollector {
 public:
  explicit LinkCollector(std::string_view note) : note_(note) {}

  std::vector<Link> take() {
    for (const Block& block : split_blocks(note_)) {
      const std::string_view text = note_.substr(block.range.begin.value, block.range.size());
      const std::vector<Region> regions = parse_regions(text, block.kind);
      std::uint32_t tag_end = 0;  // of the element whose attributes come
      for (const Region& region : regions) {
        const text::ByteRange range = region.range.shifted(block.range.begin.value);
        if (region.kind == RegionKind::HtmlTag) tag_end = range.end.value;
        if (region.kind == RegionKind::WikiTarget) add(range, LinkForm::Wiki, 0);
        if (region.kind == RegionKind::LinkTarget) add(range, form_of(range, tag_end), 0);
        if (region.kind == RegionKind::FrontMatterValue) add_wikilinks_of(range);
      }
    }
    return std::move(links_);
  }

 private:
  LinkForm form_of(const text::ByteRange& target, std::uint32_t tag_end) const {
    if (target.end.value <= tag_end) return LinkForm::Attribute;
    return target.begin.value > 0 && note_[target.begin.value - 1] == '<' ? LinkForm::Angle
                                                                          : LinkForm::Inline;
  }

  // YAML knows no wikilinks: they stand in its values as text.
  void add_wikilinks_of(const text::ByteRange& value) {
    const std::string_view text = note_.substr(0, value.end.value);
    const char before = value.begin.value > 0 ? note_[value.begin.value - 1] : '\0';
    const char quote = before == '"' || before == '\'' ? before : '\0';
    for (std::size_t at = text.find("[[", value.begin.value); at < text.size(); at = text.find("[[", at)) {
      at += 2;
      const std::size_t end = text.find_first_of("[]|", at);
      if (end == std::string_view::npos) return;
      if (text[end] != '[') add(text::range(at, end), LinkForm::Wiki, quote);
    }
  }

  void add(text::ByteRange target, LinkForm form, char quote) {
    const std::string_view text = note_.substr(target.begin.value, target.size());
    if (form != LinkForm::Wiki && (!scheme_of(text).empty() || text.starts_with("//"))) return;
    const std::size_t end = std::min(text.find_first_of(form == LinkForm::Wiki ? "#" : "#?"), text.size());
    const std::size_t first = text.substr(0, end).find_first_not_of(blanks);
    if (first == std::string_view::npos) return;
    const std::size_t last = text.substr(0, end).find_last_not_of(blanks);
    links_.push_back({text::range(target.begin.value + first, target.begin.value + last + 1), form, quote});
  }

  std::string_view note_;
  std::vector<Link> links_;
};

constexpr std::string_view escapable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

// Inside quotes of YAML: '' is ', and \" is ".
std::string unquoted(std::string_view text, char quote) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool doubled = quote == '\'' && text.substr(i, 2) == "''";
    const bool escaped = quote == '"' && text[i] == '\\' && i + 1 < text.size();
    if (doubled || escaped) ++i;
    out += text[i];
  }
  return out;
}

std::string quoted(std::string_view text, char quote) {
  std::string out;
  for (const char c : text) {
    if (quote == '\'' && c == '\'') out += c;
    if (quote == '"' && (c == '"' || c == '\\')) out += '\\';
    out += c;
  }
  return out;
}

bool writes_accents_encoded(std::string_view old) {
  for (std::size_t at = old.find('%'); at < old.size(); at = old.find('%', at + 1)) {
    const text::Codepoint c = percent_encoded_at(old, at);
    if (c.size > 0 && c.value >= 0x80) return true;
  }
  return false;
}

// What would end the target, or mean something else in it.
std::string_view reserved_in(LinkForm form) {
  switch (form) {
    case LinkForm::Angle:
      return "<>#?%\\";
    case LinkForm::Attribute:
      return " \"'<>&#?%`";
    default:
      return " \"'<>()[]#?%\\";
  }
}

}  // namespace

std::string_view scheme_of(std::string_view target) {
  const std::size_t end = target.find_first_of(":/?#\\ ");
  const bool scheme =
      end != std::string_view::npos && end > 0 && target[end] == ':' && is_ascii_letter(target.front());
  return scheme ? target.substr(0, end) : std::string_view();
}

std::vector<Link> links_of(std::string_view note) {
  return LinkCollector(note).take();
}

std::string path_of(std::string_view note, const Link& link) {
  const std::string_view text = note.substr(link.path.begin.value, link.path.size());
  if (link.form == LinkForm::Wiki) return link.quote == 0 ? std::string(text) : unquoted(text, link.quote);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    text::Codepoint c;
    if (text[at] == '%') c = percent_encoded_at(text, at);
    if (text[at] == '&') c = character_reference_at(text, at);
    if (c.size > 0) {
      text::append_utf8(out, c.value);
      at += c.size;
      continue;
    }
    const bool escape = text[at] == '\\' && link.form != LinkForm::Attribute && at + 1 < text.size() &&
                        escapable.find(text[at + 1]) != std::string_view::npos;
    if (escape) ++at;
    out += text[at++];
  }
  return out;
}

std::string written_path(std::string_view path, const Link& link, std::string_view old) {
  if (link.form == LinkForm::Wiki) return link.quote == 0 ? std::string(path) : quoted(path, link.quote);
  constexpr std::string_view digits = "0123456789ABCDEF";
  const std::string_view reserved = reserved_in(link.form);
  const bool accents = writes_accents_encoded(old);
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool encode =
        byte < 0x20 || reserved.find(c) != std::string_view::npos || (accents && byte >= 0x80);
    if (!encode) {
      out += c;
      continue;
    }
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

}  // namespace paravent::markdown
