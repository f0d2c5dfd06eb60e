#include "annotated_note.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace paravent::training {
namespace {

constexpr std::string_view open_mark = "⟦";
constexpr std::string_view close_mark = "⟧";

detect::Label label_of_category(std::string_view category) {
  if (category == "PERSON") return detect::Label::Person;
  if (category == "ORG") return detect::Label::Org;
  if (category == "LOC") return detect::Label::Loc;
  if (category == "PROJECT") return detect::Label::Project;
  if (category == "PUBLIC") return detect::Label::Author;
  return detect::Label::Outside;
}

}  // namespace

AnnotatedNote read_note(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string raw{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw std::runtime_error(path + ": cannot be read");
  AnnotatedNote out;
  out.name = std::filesystem::path(path).filename().string();
  out.writer = out.name.substr(0, out.name.find('-'));
  std::size_t at = 0;
  while (at < raw.size()) {
    const std::size_t open = raw.find(open_mark, at);
    out.text += raw.substr(at, open - at);
    if (open == std::string::npos) break;
    const std::size_t bar = raw.find('|', open);
    const std::size_t close = raw.find(close_mark, open);
    if (bar == std::string::npos || close == std::string::npos || bar > close)
      throw std::runtime_error(path + ": a mark is not well formed");
    const std::string_view head =
        std::string_view(raw).substr(open + open_mark.size(), bar - open - open_mark.size());
    const std::size_t begin = out.text.size();
    out.text += raw.substr(bar + 1, close - bar - 1);
    const detect::Label label = label_of_category(head.substr(0, head.find(' ')));
    if (label != detect::Label::Outside) out.marks.push_back({text::range(begin, out.text.size()), label});
    at = close + close_mark.size();
  }
  return out;
}

}  // namespace paravent::training
