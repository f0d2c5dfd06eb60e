#include "anonymise/restore.hpp"

#include <algorithm>
#include <utility>

#include "anonymise/alias_index.hpp"
#include "anonymise/article_of.hpp"
#include "anonymise/invented_names.hpp"
#include "anonymise/letter_case.hpp"
#include "anonymise/reading.hpp"
#include "anonymise/restored_words.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

// One alias of the text, known or not.
struct Met {
  Return back;
  std::string_view joint;  // "-" of "Personne-A"
  bool lower = false;
  bool known = false;
};

Met met(const WrittenAlias& written, const AliasIndex& index) {
  Met out;
  out.back.begin = written.begin;
  out.back.end = written.end;
  out.back.category = written.noun->category;
  out.back.french = written.noun->french;
  out.back.english = written.noun->english;
  out.back.plural = written.noun->plural || written.items.size() > 1;
  out.joint = written.joint;
  out.lower = written.lower;
  out.known = !written.broken;
  for (const AliasItem& item : written.items) {
    const Alias* alias = index.find(*written.noun, item.letters);
    out.known = out.known && alias != nullptr;
    if (!out.known) return out;
    out.back.names.push_back({alias->canonical, article_of(*alias), item.marks, item.joiner});
  }
  return out;
}

// "VAUREMONT Lucie" → "DUPONT Claire"
std::string shaped(const WrittenName& written) {
  std::string name = in_shape(written.alias->canonical, written.shape);
  if (written.alias->category != Category::Person) return written.alias->canonical;
  if (!written.in_capitals) return name;
  const std::string surname = parts_of(written.alias->canonical).surname;
  const std::size_t at = name.find(surname);
  if (at != std::string::npos) name.replace(at, surname.size(), in_capitals(surname));
  return name;
}

Met met(const WrittenName& written) {
  Met out;
  out.back.begin = written.begin;
  out.back.end = written.end;
  out.joint = written.joint;
  out.lower = written.lower;
  out.known = written.alias != nullptr;
  if (!out.known) return out;
  out.back.category = noun_category(written.alias->category);
  out.back.names.push_back({shaped(written), article_of(*written.alias), {}, {}});
  return out;
}

// All that a text has, in order.
std::vector<Met> read_all(std::string_view text, const AliasIndex& index, const InventedNames& invented,
                          const IsKnown& is_known) {
  std::vector<Met> out;
  std::size_t floor = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::Codepoint c = text::decode_at(text, at);
    if (!text::is_word(c.value)) {
      const bool number = c.value == U'+' && !invented.empty();
      const auto name = number ? invented.at(text, at) : std::nullopt;
      if (name) out.push_back(met(*name));
      at = name ? name->end : at + c.size;
      continue;
    }
    const std::optional<WrittenAlias> written = alias_written_at(text, at, is_known);
    if (written && written->begin >= floor) {
      Met found = met(*written, index);
      if (found.known || written->reserved) {
        at = floor = found.back.end;
        out.push_back(std::move(found));
        continue;
      }
    }
    const std::optional<WrittenName> name = invented.empty() ? std::nullopt : invented.at(text, at);
    if (name) {
      at = floor = name->end;
      out.push_back(met(*name));
      continue;
    }
    at = word_from(text, at)->end;
  }
  return out;
}

// The aliases as findings, so that what is known of places in a note is known of them.
detect::Analysis as_findings(const std::vector<Met>& all) {
  detect::Analysis out;
  for (const Met& one : all) {
    detect::Finding finding;
    finding.range = text::range(one.back.begin, one.back.end);
    out.findings.push_back(finding);
  }
  return out;
}

bool stands_in_one_word(const Note& note, std::size_t at, const Met& one) {
  const bool tight = !one.joint.empty() && one.joint != " ";
  return note.place(at).one_word || (tight && (note.place(at).alias || one.joint == "%20" || one.lower));
}

std::string one_word(const Met& one) {
  const bool blank = one.joint.empty() || one.joint == " ";
  const std::string out = name_in_one_word(one.back.names.front().words, blank ? "-" : one.joint);
  return one.lower ? in_small_letters(out) : out;
}

// A name of one letter, or an initial, behind a word such as "personne" would be an alias again.
bool makes_alias(std::string_view text, const Draft& draft, const IsKnown& is_known) {
  constexpr std::size_t widest_alias = 32;
  const std::size_t gap = skip_blanks_back(text, draft.begin, 0);
  const std::optional<Word> before = word_back(text, gap, 0);
  const std::size_t begin =
      before && before->end - before->begin < widest_alias ? before->begin : draft.begin;
  std::string around(text.substr(begin, draft.begin - begin));
  around += draft.text;
  const std::size_t end = around.size();
  around += text.substr(draft.end, widest_alias);
  for (std::size_t at = 0; at < end;) {
    const std::optional<Word> word = word_from(around, at);
    const auto written = word ? alias_written_at(around, at, is_known) : std::nullopt;
    if (written && !written->broken && is_known(*written->noun, written->items.front().letters)) return true;
    at = word ? word->end : at + text::decode_at(around, at).size;
  }
  return false;
}

// "de la Date A à la Date B": two ends of one time.
bool goes_on(std::string_view text, const Met& before, const Draft& draft, std::size_t next) {
  if (before.back.category != Category::Date) return false;
  const std::string_view prefix = std::string_view(draft.text).substr(0, 3);
  const std::string_view between = text.substr(before.back.end, next - before.back.end);
  return (prefix == "du " || prefix == "Du ") &&
         (between == " à la " || between == " à " || between == " au ");
}

Restored finished(std::string_view text, std::vector<text::TextEdit> edits,
                  const std::vector<text::ByteRange>& left) {
  Restored out;
  std::optional<text::TextEdits> checked = text::TextEdits::make(std::move(edits), text.size());
  if (checked) out.edits = *std::move(checked);
  out.text = out.edits.apply(text);
  for (const text::ByteRange& range : left) {
    const text::ByteOffset begin = out.edits.map(range.begin);
    out.leftovers.push_back({begin, begin + range.size()});
  }
  return out;
}

}  // namespace

Restored restore(std::string_view text, const std::vector<Alias>& aliases) {
  const AliasIndex index(aliases);
  const InventedNames invented(index.fictitious(), aliases);
  const IsKnown is_known = [&index](const AliasNounForm& noun, const std::string& letters) {
    return index.find(noun, letters) != nullptr;
  };
  const std::vector<Met> all = read_all(text, index, invented, is_known);
  const detect::Analysis analysis = as_findings(all);
  const policy::Policy policy;
  const Note note(text, analysis, policy);
  std::vector<text::TextEdit> edits;
  std::vector<text::ByteRange> left;
  Draft last;
  for (std::size_t i = 0; i < all.size(); ++i) {
    Return back = all[i].back;
    Draft draft{back.begin, back.end, {}};
    if (all[i].known) {
      back.behind_from = i > 0 && goes_on(text, all[i - 1], last, back.begin);
      draft = stands_in_one_word(note, i, all[i]) ? Draft{back.begin, back.end, one_word(all[i])}
                                                  : returned(note, back, last.end);
    }
    if (!all[i].known || makes_alias(text, draft, is_known)) {
      left.push_back(text::range(back.begin, back.end));
      last = {back.begin, back.end, {}};
      continue;
    }
    edits.push_back({text::range(draft.begin, draft.end), draft.text});
    last = std::move(draft);
  }
  return finished(text, std::move(edits), left);
}

}  // namespace paravent::anonymise
