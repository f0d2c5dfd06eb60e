#include "detect/scanners/scan.hpp"

namespace paravent::detect::scanners {

std::string_view Scan::lead(std::size_t at) {
  if (lead_at_ != at) lead_ = leads_.before(view, at);
  lead_at_ = at;
  return lead_;
}

std::string_view Scan::trail(std::size_t at) {
  if (trail_at_ != at) trail_.read_after(view, at);
  trail_at_ = at;
  return trail_.view();
}

const DigitGroups& Scan::groups(std::size_t at) {
  if (groups_at_ != at) groups_.read(view, at);
  groups_at_ = at;
  return groups_;
}

void Scan::add(std::size_t begin, std::size_t end, Category category, std::string_view rule,
               std::uint16_t score) {
  Finding finding;
  finding.range = text::range(begin, end);
  finding.category = category;
  finding.rule = rule;
  finding.score = score;
  finding.evidence.add(Cue::Format);
  if (score == by_checksum) finding.evidence.add(Cue::Checksum);
  if (score == by_keyword) finding.evidence.add(Cue::Keyword);
  found.push_back(finding);
}

bool continues_before(const View& text, std::size_t begin) {
  if (text.word_before(begin)) return true;
  const char c = text.before(begin);
  if (c == '.' || c == ',' || c == '/' || c == '-' || c == ':') return is_digit(text.before(begin - 1));
  return false;
}

bool continues_after(const View& text, std::size_t end) {
  if (text.word_at(end)) return true;
  const char c = text.at(end);
  if (c == '.' || c == ',' || c == '/' || c == '-') return is_digit(text.at(end + 1));
  return false;
}

}  // namespace paravent::detect::scanners
