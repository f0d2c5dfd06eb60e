#include "score.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "detect/note_reading.hpp"
#include "markdown/section.hpp"

namespace paravent::training {
namespace {

using detect::Label;

Label label_of(policy::Category category) {
  switch (category) {
    case policy::Category::Person:
      return Label::Person;
    case policy::Category::Org:
      return Label::Org;
    case policy::Category::Loc:
      return Label::Loc;
    case policy::Category::Project:
      return Label::Project;
    case policy::Category::Public:
      return Label::Author;
    default:
      return Label::Outside;
  }
}

void tell(std::FILE* errors, const char* what, const AnnotatedNote& note, text::ByteRange range) {
  if (errors == nullptr) return;
  constexpr std::size_t around = 40;
  const auto piece = [&](std::size_t begin, std::size_t end) {
    std::string out = note.text.substr(begin, end - begin);
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
  };
  const std::size_t begin = range.begin.value;
  const std::size_t end = range.end.value;
  std::fprintf(errors, "%-8s %-22.22s …%s [%s] %s…\n", what, note.name.c_str(),
               piece(begin - std::min(begin, around), begin).c_str(), piece(begin, end).c_str(),
               piece(end, std::min(end + around, note.text.size())).c_str());
}

double share(std::size_t part, std::size_t all) {
  return all == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
}

}  // namespace

void Score::add(const Score& other) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    marks[i] += other.marks[i];
    exact[i] += other.exact[i];
    found[i] += other.found[i];
  }
  names += other.names;
  leaking += other.leaking;
  authors += other.authors;
  authors_masked += other.authors_masked;
  letters += other.letters;
  letters_masked += other.letters_masked;
}

std::string Score::in_words() const {
  std::string out;
  const auto say = [&](const char* name, double value) {
    std::array<char, 64> line{};
    std::snprintf(line.data(), line.size(), "%s %.2f  ", name, value);
    out += line.data();
  };
  say("leak-free", 100.0 - share(leaking, names));
  say("kept", 100.0 - share(letters_masked, letters));
  say("authors kept", 100.0 - share(authors_masked, authors));
  constexpr std::array<const char*, detect::label_count> names_of_labels{"",    "PERSON",  "ORG",
                                                                         "LOC", "PROJECT", "PUBLIC"};
  for (std::size_t i = 1; i < marks.size(); ++i)
    say(names_of_labels[i], share(2 * exact[i], marks[i] + found[i]));
  return out;
}

Score score_of(const AnnotatedNote& note, const detect::TaggerModel& model, std::FILE* errors) {
  const auto blocks = markdown::split_sections(note.text);
  detect::NoteReading reading({}, detect::NoteReading::Keep::No, model);
  const detect::Analysis analysis = reading.read(note.text, blocks, {});
  Score out;
  std::vector<bool> masked(note.text.size()), masked_as_name(note.text.size()), marked(note.text.size());
  for (const detect::Finding& finding : analysis.findings) {
    const Label label = label_of(finding.category);
    if (finding.hint) continue;
    const std::size_t end = finding.range.end.value;
    if (policy::is_masked(finding.category)) {
      for (std::size_t i = finding.range.begin.value; i < end; ++i) {
        masked[i] = true;
        if (label != Label::Outside) masked_as_name[i] = true;
      }
    }
    if (label == Label::Outside) continue;
    ++out.found[static_cast<std::size_t>(label)];
    const bool exact = std::any_of(note.marks.begin(), note.marks.end(), [&](const Mark& mark) {
      return mark.label == label && mark.range == finding.range;
    });
    if (exact) ++out.exact[static_cast<std::size_t>(label)];
    const bool touches = std::any_of(note.marks.begin(), note.marks.end(),
                                     [&](const Mark& mark) { return mark.range.overlaps(finding.range); });
    constexpr std::array<const char*, detect::label_count> excess{"",     "+person",  "+org",
                                                                  "+loc", "+project", "+author"};
    constexpr std::array<const char*, detect::label_count> other{"",     "~person",  "~org",
                                                                 "~loc", "~project", "~author"};
    if (!exact)
      tell(errors, (touches ? other : excess)[static_cast<std::size_t>(label)], note, finding.range);
  }
  for (const Mark& mark : note.marks) {
    ++out.marks[static_cast<std::size_t>(mark.label)];
    bool all = true;
    bool any = false;
    for (std::size_t i = mark.range.begin.value; i < mark.range.end.value; ++i) {
      marked[i] = true;
      const bool letter =
          std::isalnum(static_cast<unsigned char>(note.text[i])) != 0 || (note.text[i] & 0x80) != 0;
      all = all && (masked[i] || !letter);
      any = any || masked[i];
    }
    if (mark.label == Label::Author) {
      ++out.authors;
      if (any) ++out.authors_masked;
      if (any) tell(errors, "=author", note, mark.range);
    } else {
      ++out.names;
      if (!all) ++out.leaking;
      constexpr std::array<const char*, detect::label_count> missed{"",     "-person",  "-org",
                                                                    "-loc", "-project", "-author"};
      if (!all) tell(errors, missed[static_cast<std::size_t>(mark.label)], note, mark.range);
    }
  }
  for (std::size_t i = 0; i < note.text.size(); ++i) {
    if (marked[i] || note.text[i] == ' ' || note.text[i] == '\n') continue;
    ++out.letters;
    if (masked_as_name[i]) ++out.letters_masked;
  }
  return out;
}

}  // namespace paravent::training
