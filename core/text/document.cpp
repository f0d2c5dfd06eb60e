#include "text/document.hpp"

#include <utility>

namespace paravent::text {

Document::Document(std::string text, std::int64_t version)
    : text_(std::move(text)), lines_(text_), version_(version) {}

std::optional<TextEdit> Document::replace(PositionRange where, std::string_view with,
                                          PositionEncoding encoding, std::int64_t version) {
  const auto before = [](const Position& a, const Position& b) {
    return a.line < b.line || (a.line == b.line && a.column < b.column);
  };
  if (before(where.end, where.begin)) return std::nullopt;
  TextEdit edit{{lines_.offset(where.begin, text_, encoding), lines_.offset(where.end, text_, encoding)},
                std::string(with)};
  text_.replace(edit.range.begin.value, edit.range.size(), edit.replacement);
  lines_.replace(edit.range, static_cast<std::uint32_t>(edit.replacement.size()), text_);
  version_ = version;
  return edit;
}

void Document::reset(std::string text, std::int64_t version) {
  text_ = std::move(text);
  lines_ = LineIndex(text_);
  version_ = version;
}

}  // namespace paravent::text
