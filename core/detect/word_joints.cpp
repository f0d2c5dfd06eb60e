#include "detect/word_joints.hpp"

#include <algorithm>

#include "markdown/escapes.hpp"
#include "markdown/html_elements.hpp"

namespace paravent::detect {
namespace {

// <b>, </b>, <wbr/>
std::uint32_t behind_format_tag(std::string_view text, std::uint32_t at, const RegionCursor& regions) {
  const std::uint32_t end = regions.behind_tag(at);
  return effect_of(text.substr(at, end - at)) == TagEffect::Format ? end : at;
}

std::uint32_t behind_emphasis(std::string_view text, std::uint32_t at, const RegionCursor& regions) {
  const auto end = static_cast<std::uint32_t>(std::min(text.find_first_not_of(text[at], at), text.size()));
  return regions.closes_emphasis(at) || regions.opens_emphasis(end) ? end : at;
}

std::uint32_t behind_invisible(std::string_view text, std::uint32_t at) {
  text::Codepoint c = text::decode_at(text, at);
  if (c.value == '&') c = markdown::character_reference_at(text, at);
  return c.size > 0 && text::is_invisible(c.value) ? at + c.size : at;
}

}  // namespace

TagEffect effect_of(std::string_view tag) {
  if (tag.size() < 3) return TagEffect::Other;
  const std::string_view name = markdown::element_name(tag.substr(tag[1] == '/' ? 2 : 1));
  if (markdown::is_format_element(name)) return TagEffect::Format;
  return name == "br" || name == "BR" ? TagEffect::LineBreak : TagEffect::Other;
}

std::uint32_t behind_joints(std::string_view text, std::uint32_t at, const RegionCursor& regions) {
  for (std::uint32_t before = UINT32_MAX; at != before && at < text.size();) {
    before = at;
    if (text[at] == '<') {
      at = behind_format_tag(text, at, regions);
    } else if (text[at] == '&' || static_cast<unsigned char>(text[at]) >= 0x80) {
      at = behind_invisible(text, at);
    } else if (may_be_joint(text[at])) {
      at = behind_emphasis(text, at, regions);
    }
  }
  return at;
}

}  // namespace paravent::detect
