#include "anonymise/rounds.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "anonymise/describe.hpp"
#include "anonymise/note.hpp"
#include "detect/alias_form.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

// An edit, and where what it wrote lies in the text that came out.
struct Written {
  std::uint32_t begin;
  std::uint32_t end;
  const text::TextEdit* edit;
};

std::vector<Written> written_by(const text::TextEdits& edits) {
  std::vector<Written> out;
  std::uint32_t at = 0;
  std::uint32_t old_at = 0;
  for (const text::TextEdit& edit : edits.all()) {
    at += edit.range.begin.value - old_at;
    const auto size = static_cast<std::uint32_t>(edit.replacement.size());
    out.push_back({at, at + size, &edit});
    at += size;
    old_at = edit.range.end.value;
  }
  return out;
}

class SecondLook {
 public:
  SecondLook(std::string_view text, const text::TextEdits& edits, const detect::Analysis& seen,
             policy::Style style, Sought& sought)
      : text_(text), seen_(seen), style_(style), sought_(sought), written_(written_by(edits)) {
    const std::vector<detect::Entity>& entities = sought.analysis.entities;
    for (std::size_t i = 0; i < entities.size(); ++i) {
      called_.emplace(key_of(entities[i]), static_cast<detect::EntityId>(i + 1));
    }
  }

  void take(const detect::Finding& finding) {
    while (next_ < written_.size() && lies_before(written_[next_], finding)) step();
    std::size_t last = next_;
    while (last < written_.size() && touches(written_[last], finding)) ++last;
    const bool may_be_description =
        style_ == policy::Style::Generalise && !touches_alias(finding, next_, last);
    if (may_be_description && make_aliases(next_, last)) {
      keep_words(finding, next_, last);
      return;
    }
    add(finding, next_, last);
  }

  bool finish() {
    make_aliases_of_words();
    if (added_.empty()) return aliases_;
    merge();
    return true;
  }

 private:
  // Where nothing was written, the words on both sides may have grown together: its neighbours touch it.
  static bool lies_before(const Written& written, const detect::Finding& finding) {
    const bool nothing = written.begin == written.end;
    return written.end < finding.range.begin.value || (!nothing && written.end == finding.range.begin.value);
  }
  static bool touches(const Written& written, const detect::Finding& finding) {
    const bool nothing = written.begin == written.end;
    return written.begin < finding.range.end.value || (nothing && written.begin == finding.range.end.value);
  }

  void step() {
    shift_ = static_cast<std::int64_t>(written_[next_].edit->range.end.value) - written_[next_].end;
    ++next_;
  }

  // Another alias in its place would be taken for a name as well.
  bool touches_alias(const detect::Finding& finding, std::size_t first, std::size_t last) const {
    return std::any_of(written_.begin() + static_cast<std::ptrdiff_t>(first),
                       written_.begin() + static_cast<std::ptrdiff_t>(last), [&](const Written& written) {
                         const detect::AliasForm alias = detect::next_alias(written.edit->replacement, 0);
                         const std::size_t begin = written.begin + alias.begin;
                         return alias.size > 0 && begin < finding.range.end.value &&
                                finding.range.begin.value < begin + alias.size;
                       });
  }

  // What of our words was taken for a name: it will be wherever else they stand.
  void keep_words(const detect::Finding& finding, std::size_t first, std::size_t last) {
    constexpr std::size_t fewest = 8;  // bytes: less is no description
    for (std::size_t i = first; i < last; ++i) {
      const std::uint32_t begin = std::max(written_[i].begin, finding.range.begin.value);
      const std::uint32_t end = std::min(written_[i].end, finding.range.end.value);
      if (begin + fewest > end) continue;
      const std::string_view replacement = written_[i].edit->replacement;
      words_.insert(replacement.substr(begin - written_[i].begin, end - begin));
    }
  }

  // Otherwise a note of many pages would need a round for each of them.
  void make_aliases_of_words() {
    for (std::size_t i = 0; i < written_.size() && !words_.empty(); ++i) {
      const std::string_view replacement = written_[i].edit->replacement;
      const bool holds = std::any_of(words_.begin(), words_.end(), [&](std::string_view words) {
        return replacement.find(words) != std::string_view::npos;
      });
      if (holds) make_aliases(i, i + 1);
    }
    for (const detect::Finding& finding : sought_.analysis.findings) {
      if (words_.empty() || finding.hint || finding.category != policy::Category::Org) continue;
      if (is_described_so(finding)) aliases_ |= sought_.as_alias.insert(finding.range.begin.value).second;
    }
  }

  // Where the first two of a kind have aliases, the third would be described in their stead.
  bool is_described_so(const detect::Finding& firm) {
    const std::string_view name = firm.entity == 0 ? text_.substr(firm.range.begin.value, firm.range.size())
                                                   : sought_.analysis.entities[firm.entity - 1].canonical;
    const auto [known, fresh] = described_so_.try_emplace({name, firm.language}, false);
    if (!fresh) return known->second;
    const std::string words = describe_organisation(name, firm.language).words;
    known->second = !words.empty() && std::any_of(words_.begin(), words_.end(), [&](std::string_view taken) {
      return words.find(taken) != std::string::npos || taken.find(words) != std::string_view::npos;
    });
    return known->second;
  }

  // True if one of the findings behind the edits [first, last) was described so far.
  bool make_aliases(std::size_t first, std::size_t last) {
    const auto& findings = sought_.analysis.findings;
    bool fresh = false;
    for (std::size_t i = first; i < last; ++i) {
      const text::ByteRange range = written_[i].edit->range;
      auto finding =
          std::lower_bound(findings.begin(), findings.end(), range.begin,
                           [](const detect::Finding& a, text::ByteOffset b) { return a.range.begin < b; });
      for (; finding != findings.end() && finding->range.begin < range.end; ++finding) {
        if (finding->hint || !policy::is_masked(finding->category)) continue;
        fresh |= sought_.as_alias.insert(finding->range.begin.value).second;
      }
    }
    aliases_ |= fresh;
    return fresh;
  }

  // A finding of the note itself; with the whole of what lies behind the edits that it touches.
  void add(detect::Finding finding, std::size_t first, std::size_t last) {
    const auto old = [](std::uint32_t at, std::int64_t shift) {
      return static_cast<std::size_t>(static_cast<std::int64_t>(at) + shift);
    };
    std::size_t begin = old(finding.range.begin.value, shift_);
    std::int64_t shift = shift_;
    std::size_t behind = 0;
    for (std::size_t i = first; i < last; ++i) {
      begin = std::min<std::size_t>(begin, written_[i].edit->range.begin.value);
      behind = written_[i].edit->range.end.value;
      shift = static_cast<std::int64_t>(behind) - written_[i].end;
    }
    const std::size_t end = std::max(behind, old(finding.range.end.value, shift));
    finding.range = first < last ? with_what_is_glued(begin, end) : text::range(begin, end);
    finding.entity = entity_of(finding);
    added_.push_back(finding);
  }

  // "@marc", "chez Kalidéoà": an alias with letters or such marks at its side is no alias to whoever reads
  // it.
  text::ByteRange with_what_is_glued(std::size_t begin, std::size_t end) const {
    const auto is_glue = [](const text::Codepoint& c) {
      return c.size != 0 && (text::is_word(c.value) || c.value == U'@' || c.value == U'-' || c.value == U'_');
    };
    for (text::Codepoint c = text::decode_before(text_, begin); is_glue(c);
         c = text::decode_before(text_, begin)) {
      begin -= c.size;
    }
    for (text::Codepoint c = text::decode_at(text_, end); is_glue(c); c = text::decode_at(text_, end))
      end += c.size;
    return text::range(begin, end);
  }

  // The entity of the first look that is called so, else a new one.
  detect::EntityId entity_of(const detect::Finding& finding) {
    if (finding.entity == 0) return 0;
    const detect::Entity& entity = seen_.entities[finding.entity - 1];
    const auto [entry, fresh] = called_.try_emplace(key_of(entity), 0);
    if (fresh) {
      sought_.analysis.entities.push_back(entity);
      entry->second = static_cast<detect::EntityId>(sought_.analysis.entities.size());
    }
    return entry->second;
  }

  static std::string key_of(const detect::Entity& entity) {
    return std::string(policy::code_of(entity.category)) + ' ' + text::fold(entity.canonical);
  }

  // What the new findings cover goes into them.
  void merge() {
    std::vector<detect::Finding> whole;
    for (const detect::Finding& finding : added_) {
      if (!whole.empty() && finding.range.begin < whole.back().range.end) {
        whole.back().range.end = std::max(whole.back().range.end, finding.range.end);
      } else {
        whole.push_back(finding);
      }
    }
    std::vector<detect::Finding>& findings = sought_.analysis.findings;
    std::size_t next = 0;
    std::erase_if(findings, [&](const detect::Finding& finding) {
      while (next < whole.size() && whole[next].range.end <= finding.range.begin) ++next;
      return next < whole.size() && whole[next].range.begin < finding.range.end;
    });
    std::vector<detect::Finding> all;
    std::merge(findings.begin(), findings.end(), whole.begin(), whole.end(), std::back_inserter(all),
               [](const auto& a, const auto& b) { return a.range.begin < b.range.begin; });
    findings = std::move(all);
  }

  std::string_view text_;  // the note
  const detect::Analysis& seen_;
  policy::Style style_;
  Sought& sought_;
  std::vector<Written> written_;
  std::size_t next_ = 0;
  std::int64_t shift_ = 0;  // from the text that came out to the note, before written_[next_]
  std::map<std::string, detect::EntityId> called_;
  std::vector<detect::Finding> added_;
  std::set<std::string_view> words_;  // of ours that were taken for a name
  std::map<std::pair<std::string_view, text::Language>, bool> described_so_;
  bool aliases_ = false;
};

}  // namespace

bool take_in(std::string_view text, const text::TextEdits& edits, const detect::Analysis& seen,
             const policy::Policy& policy, Sought& sought) {
  SecondLook look(text, edits, seen, policy.style, sought);
  for (const detect::Finding& finding : seen.findings) {
    if (masks(finding, policy)) look.take(finding);
  }
  return look.finish();
}

}  // namespace paravent::anonymise
