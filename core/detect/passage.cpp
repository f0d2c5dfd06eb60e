#include "detect/passage.hpp"

#include <algorithm>
#include <iterator>

#include "detect/alias_form.hpp"
#include "detect/annotate.hpp"
#include "detect/features.hpp"
#include "detect/note_language.hpp"
#include "detect/scan.hpp"
#include "detect/sensitive/find_sensitive.hpp"
#include "detect/tokeniser.hpp"
#include "markdown/region.hpp"

namespace paravent::detect {
namespace {

// Address providers: their domain says nothing about an employer.
constexpr std::string_view public_mail[] = {
    "gmail", "hotmail",    "outlook", "yahoo",  "orange", "free", "wanadoo", "laposte", "sfr",        "live",
    "msn",   "protonmail", "proton",  "icloud", "bbox",   "neuf", "gmx",     "aol",     "numericable"};

class PassageReader {
 public:
  PassageReader(FormTable& forms, Passage& out) : forms_(forms), out_(out) {}

  void read(markdown::BlockKind kind, text::ByteRange range) {
    if (kind == markdown::BlockKind::Blank || kind == markdown::BlockKind::Rule) return;
    const std::string_view content = out_.tokens.text.substr(range.begin.value, range.size());
    const std::vector<markdown::Region> regions = markdown::parse_regions(content, kind);
    identifiers_ = scan_identifiers(content);
    for (Finding& finding : identifiers_) finding.range = finding.range.shifted(range.begin.value);
    const std::size_t first = out_.tokens.size();
    tokenise_block(range, regions, forms_, out_.tokens);
    const std::size_t last = out_.tokens.size();
    barred_.clear();
    mark_reserved(first);
    blind_reserved(out_.tokens, first, last);
    mark_phrases(out_.tokens, first, last);
    mark_labels(out_.tokens, first, last);
    mark_references(out_.tokens, first, last);
    find_sensitive(out_.tokens, first, last, out_.sensitive);
    for (const markdown::Region& region : regions) {
      if (!markdown::rule_of(region.kind).identifiers)
        barred_.push_back(region.range.shifted(range.begin.value));
    }
    drop_barred_identifiers();
    add_language(range, first, last);
  }

  void finish() {
    for (const Token& token : out_.tokens.all) {
      out_.filter.add(token.form->id);
      if (may_be_initials(token)) out_.initials |= first_letter(token.form->text);
      if (!token.where.has(Where::SentenceStart) || token.shape == Shape::Digits) continue;
      ++out_.sentences;
      out_.capitals += token.has_capital() || token.where.has(Where::Alias) ? 1U : 0U;
    }
    for (const Finding& finding : out_.identifiers) {
      if (finding.category == Category::Email) add_mail_forms(finding.range);
    }
  }

 private:
  void add_language(text::ByteRange range, std::size_t first, std::size_t last) {
    const auto words = std::span(out_.tokens.all).subspan(first, last - first);
    const std::int32_t votes = language_votes(words);
    out_.language_votes += votes;
    const auto language = language_of_block(votes);
    if (!language) return;
    out_.languages.push_back({range, *language});
    for (Token& word : words)
      word.tongue = *language == text::Language::English ? Tongue::English : Tongue::French;
  }

  // Words of identifiers and of aliases are no names.
  void mark_reserved(std::size_t first) {
    Tokens& tokens = out_.tokens;
    std::uint32_t alias_end = 0;
    std::size_t next = 0;
    for (std::size_t i = first; i < tokens.size(); ++i) {
      Token& token = tokens.all[i];
      while (next < identifiers_.size() && identifiers_[next].range.end.value <= token.begin) ++next;
      if (next < identifiers_.size() && identifiers_[next].range.begin.value < token.end)
        token.where.add(Where::Identifier);
      std::size_t length = 0;
      if (token.begin >= alias_end && may_be_alias_at(tokens.text, token.begin, token.lexeme()) &&
          is_alias_at(tokens.text, token.begin, &length)) {
        alias_end = token.begin + static_cast<std::uint32_t>(length);
        barred_.push_back(text::range(token.begin, alias_end));
      }
      if (token.begin < alias_end) token.where.add(Where::Alias);
    }
  }

  // Keeps the identifiers of this block that stand in no alias and in no region where none is looked for.
  void drop_barred_identifiers() {
    std::sort(barred_.begin(), barred_.end(),
              [](const text::ByteRange& a, const text::ByteRange& b) { return a.begin < b.begin; });
    std::size_t next = 0;
    std::copy_if(identifiers_.begin(), identifiers_.end(), std::back_inserter(out_.identifiers),
                 [&](const Finding& finding) {
                   while (next < barred_.size() && barred_[next].end <= finding.range.begin) ++next;
                   return next == barred_.size() || !barred_[next].contains(finding.range);
                 });
  }

  void add_mail_forms(text::ByteRange range) {
    const std::string_view address = out_.tokens.text.substr(range.begin.value, range.size());
    const std::size_t at = address.rfind('@');
    if (at == std::string_view::npos) return;
    add_parts(address.substr(0, at), Feature::SeenInEmail);
    const std::string_view domain = address.substr(at + 1);
    const std::string_view name = domain.substr(0, domain.rfind('.'));
    if (std::find(std::begin(public_mail), std::end(public_mail), name) == std::end(public_mail))
      add_parts(name, Feature::SeenInDomain);
  }

  void add_parts(std::string_view name, Feature feature) {
    for (const Token& token : tokenise_name(name, forms_).all) {
      if (is_telling_part(token, feature)) out_.mail_forms.push_back({token.form->id, feature});
    }
  }

  FormTable& forms_;
  Passage& out_;
  std::vector<Finding> identifiers_;     // of one block
  std::vector<text::ByteRange> barred_;  // where none is looked for
};

text::ByteRange whole_range(std::span<const markdown::Block> blocks) {
  if (blocks.empty()) return {};
  return {blocks.front().range.begin, blocks.back().range.end};
}

void read(std::span<const markdown::Block> blocks, FormTable& forms, Passage& out) {
  PassageReader reader(forms, out);
  const std::uint32_t base = whole_range(blocks).begin.value;
  for (const markdown::Block& block : blocks) {
    reader.read(block.kind, text::range(block.range.begin.value - base, block.range.end.value - base));
  }
  reader.finish();
}

}  // namespace

void read_passage(std::string_view text, std::span<const markdown::Block> blocks, FormTable& forms,
                  Passage& out) {
  const text::ByteRange whole = whole_range(blocks);
  out.tokens.text = text.substr(whole.begin.value, whole.size());
  out.tokens.all.reserve(whole.size() / 5 + 1);
  read(blocks, forms, out);
}

void read_and_keep_passage(std::string_view text, std::span<const markdown::Block> blocks, FormTable& forms,
                           Passage& out) {
  const text::ByteRange whole = whole_range(blocks);
  out.copy = text.substr(whole.begin.value, whole.size());
  out.tokens.text = out.copy;
  out.tokens.all.reserve(whole.size() / 5 + 1);
  for (const markdown::Block& block : blocks) {
    out.blocks.push_back(
        {text::range(block.range.begin.value - whole.begin.value, block.range.end.value - whole.begin.value),
         block.kind});
  }
  read(blocks, forms, out);
  out.tokens.all.shrink_to_fit();
  out.identifiers.shrink_to_fit();
  out.sensitive.shrink_to_fit();
  out.languages.shrink_to_fit();
  out.blocks.shrink_to_fit();
}

bool is_reading_of(const Passage& passage, std::string_view text, std::span<const markdown::Block> blocks) {
  if (passage.blocks.size() > blocks.size()) return false;
  blocks = blocks.first(passage.blocks.size());
  const text::ByteRange whole = whole_range(blocks);
  if (text.substr(whole.begin.value, whole.size()) != passage.tokens.text) return false;
  return std::equal(blocks.begin(), blocks.end(), passage.blocks.begin(),
                    [&](const markdown::Block& now, const markdown::Block& then) {
                      return now.kind == then.kind &&
                             now.range.begin.value - whole.begin.value == then.range.begin.value &&
                             now.range.size() == then.range.size();
                    });
}

bool is_telling_part(const Token& token, Feature feature) {
  if (token.form_size() < 3 || token.shape == Shape::Digits) return false;
  return feature != Feature::SeenInFileName || !token.is_common_word() || token.lexeme().given >= 5;
}

}  // namespace paravent::detect
