#include "detect/find.hpp"

#include <algorithm>

#include "detect/alias_form.hpp"
#include "detect/annotate.hpp"
#include "detect/coreference.hpp"
#include "detect/exemptions.hpp"
#include "detect/note_language.hpp"
#include "detect/scan.hpp"
#include "detect/tagger.hpp"
#include "detect/tokeniser.hpp"
#include "markdown/block.hpp"
#include "markdown/region.hpp"
#include "text/unicode.hpp"

namespace paravent::detect {
namespace {

// Address providers: their domain says nothing about an employer.
constexpr std::string_view public_mail[] = {
    "gmail", "hotmail",    "outlook", "yahoo",  "orange", "free", "wanadoo", "laposte", "sfr",        "live",
    "msn",   "protonmail", "proton",  "icloud", "bbox",   "neuf", "gmx",     "aol",     "numericable"};

text::Failure too_large() {
  return {"Ce texte dépasse 64 Mo : il n’a pas été vérifié. Coupez-le en plusieurs fichiers.",
          "This text is larger than 64 MB: it was not checked. Split it into several files."};
}

text::Failure not_utf8() {
  return {
      "Ce texte n’est pas de l’UTF-8 valide : il n’a pas été vérifié. Enregistrez-le en UTF-8, puis "
      "recommencez.",
      "This text is not valid UTF-8: it was not checked. Save it as UTF-8, then try again."};
}

std::string_view rule_of(Label label) {
  switch (label) {
    case Label::Org:
      return "org.name";
    case Label::Loc:
      return "loc.name";
    case Label::Project:
      return "project.name";
    case Label::Outside:
    case Label::Person:
      break;
  }
  return "person.name";
}

Category category_of(Label label) {
  switch (label) {
    case Label::Org:
      return Category::Org;
    case Label::Loc:
      return Category::Loc;
    case Label::Project:
      return Category::Project;
    case Label::Outside:
    case Label::Person:
      break;
  }
  return Category::Person;
}

class Finder {
 public:
  Finder(std::string_view text, const policy::Policy& policy, const Context& context)
      : policy_(policy), context_(context) {
    tokens_.text = text;
  }

  Analysis run() {
    identifiers_ = scan_identifiers(tokens_.text);
    read_blocks();
    drop_identifiers_in_aliases();
    Analysis out;
    out.language = language_of(tokens_);
    Mentions mentions = join_mentions(tokens_, tag_note(tokens_, std::move(candidates_), known_names()));
    add_names(mentions, out);
    out.entities = std::move(mentions.entities);
    label_entities(out.entities);
    add_identifiers(out);
    std::sort(out.findings.begin(), out.findings.end(), [](const Finding& a, const Finding& b) {
      return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
    });
    return out;
  }

 private:
  void read_blocks() {
    const std::vector<markdown::Block> blocks = markdown::split_blocks(tokens_.text);
    tokens_.all.reserve(tokens_.text.size() / 6);
    tokens_.folded.reserve(tokens_.text.size());
    for (const markdown::Block& block : blocks) {
      const std::string_view content = tokens_.text.substr(block.range.begin.value, block.range.size());
      const std::vector<markdown::Region> regions = markdown::parse_regions(content, block.kind);
      const std::size_t first = tokens_.size();
      tokenise_block(block, regions, tokens_);
      mark_reserved(first);
      blind_aliases(tokens_, first, tokens_.size());
      mark_phrases(tokens_, first, tokens_.size());
      mark_labels(tokens_, first, tokens_.size());
      emit_block(tokens_, first, tokens_.size(), candidates_);
      drop_identifiers(block, regions);
    }
  }

  // Words of identifiers and of aliases are no names.
  void mark_reserved(std::size_t first) {
    std::uint32_t alias_end = 0;
    for (std::size_t i = first; i < tokens_.size(); ++i) {
      Token& token = tokens_.all[i];
      while (next_identifier_ < identifiers_.size() &&
             identifiers_[next_identifier_].range.end.value <= token.begin) {
        ++next_identifier_;
      }
      if (next_identifier_ < identifiers_.size() &&
          identifiers_[next_identifier_].range.begin.value < token.end) {
        token.where.add(Where::Identifier);
      }
      std::size_t length = 0;
      if (token.begin >= alias_end && is_alias_at(tokens_.text, token.begin, &length)) {
        alias_end = token.begin + static_cast<std::uint32_t>(length);
        aliases_.push_back(text::range(token.begin, alias_end));
      }
      if (token.begin < alias_end) token.where.add(Where::Alias);
    }
  }

  // Regions where no identifier is looked for. Both lists are sorted.
  void drop_identifiers(const markdown::Block& block, const std::vector<markdown::Region>& regions) {
    for (const markdown::Region& region : regions) {
      if (!markdown::rule_of(region.kind).identifiers)
        barred_.push_back(region.range.shifted(block.range.begin.value));
    }
  }

  void drop_identifiers_in_aliases() {
    barred_.insert(barred_.end(), aliases_.begin(), aliases_.end());
    std::sort(barred_.begin(), barred_.end(),
              [](const text::ByteRange& a, const text::ByteRange& b) { return a.begin < b.begin; });
    std::size_t next = 0;
    std::erase_if(identifiers_, [&](const Finding& finding) {
      while (next < barred_.size() && barred_[next].end <= finding.range.begin) ++next;
      return next < barred_.size() && barred_[next].contains(finding.range);
    });
  }

  KnownNames known_names() const {
    KnownNames known;
    for (const std::string& person : context_.people) known.people.push_back(tokenise_name(person));
    known.file_name = tokenise_name(context_.file_stem);
    for (const Finding& finding : identifiers_) {
      if (finding.category != Category::Email) continue;
      const std::string_view address = tokens_.text.substr(finding.range.begin.value, finding.range.size());
      const std::size_t at = address.rfind('@');
      if (at == std::string_view::npos) continue;
      known.mail_names.push_back(tokenise_name(address.substr(0, at)));
      const std::string_view domain = address.substr(at + 1);
      const std::string_view name = domain.substr(0, domain.rfind('.'));
      const bool provider =
          std::find(std::begin(public_mail), std::end(public_mail), name) != std::end(public_mail);
      if (!provider) known.mail_domains.push_back(tokenise_name(name));
    }
    return known;
  }

  void add_names(Mentions& mentions, Analysis& out) const {
    const std::vector<bool> cited = cited_authors(tokens_, mentions);
    part_from_authors(cited, mentions);
    for (std::size_t i = 0; i < mentions.all.size(); ++i) {
      const Mention& mention = mentions.all[i];
      Finding finding;
      finding.range = range_of(mention.span);
      finding.category = category_of(mention.span.label);
      finding.rule = rule_of(mention.span.label);
      finding.score = score_of_margin(mention.span.margin);
      finding.entity = mention.entity;
      finding.evidence = mention.span.evidence;
      if (cited[i]) {
        finding.category = Category::Public;
        finding.rule = "public.author";
        finding.evidence.add(Cue::Citation);
        if (mention.entity != 0) mentions.entities[mention.entity - 1].category = Category::Public;
      }
      finding.hint = policy::is_masked(finding.category) && finding.score < policy_.masking_threshold;
      if (!policy_.ignored.contains(finding.category)) out.findings.push_back(finding);
    }
  }

  // Whoever bears the name of an author but is not cited is somebody else.
  void part_from_authors(const std::vector<bool>& cited, Mentions& mentions) const {
    std::vector<bool> is_author(mentions.entities.size() + 1, false);
    for (std::size_t i = 0; i < cited.size(); ++i) {
      if (cited[i]) is_author[mentions.all[i].entity] = true;
    }
    std::vector<EntityId> namesake(is_author.size(), 0);
    for (std::size_t i = 0; i < cited.size(); ++i) {
      EntityId& entity = mentions.all[i].entity;
      if (cited[i] || entity == 0 || !is_author[entity]) continue;
      EntityId& other = namesake[entity];
      if (other == 0) {
        const text::ByteRange range = range_of(mentions.all[i].span);
        Entity fresh = mentions.entities[entity - 1];
        fresh.canonical = tokens_.text.substr(range.begin.value, range.size());
        mentions.entities.push_back(std::move(fresh));
        other = static_cast<EntityId>(mentions.entities.size());
      }
      entity = other;
    }
  }

  // The dot of a last initial belongs to it: "C. D."
  text::ByteRange range_of(const Span& span) const {
    const Token& last = tokens_.all[span.last - 1];
    const bool dot =
        last.shape == Shape::Initial && last.end < tokens_.text.size() && tokens_.text[last.end] == '.';
    return text::range(tokens_.all[span.first].begin, last.end + (dot ? 1U : 0U));
  }

  void add_identifiers(Analysis& out) const {
    for (Finding finding : identifiers_) {
      if (policy_.ignored.contains(finding.category)) continue;
      finding.hint = finding.score < policy_.masking_threshold;
      out.findings.push_back(finding);
    }
  }

  const policy::Policy& policy_;
  const Context& context_;
  Tokens tokens_;
  std::vector<Candidate> candidates_;
  std::vector<Finding> identifiers_;
  std::size_t next_identifier_ = 0;
  std::vector<text::ByteRange> aliases_;
  std::vector<text::ByteRange> barred_;
};

}  // namespace

text::Result<Analysis> find(std::string_view text, const policy::Policy& policy, const Context& context) {
  if (text.size() > max_text_bytes) return too_large();
  if (text::first_invalid_utf8(text) != std::string_view::npos) return not_utf8();
  return Finder(text, policy, context).run();
}

}  // namespace paravent::detect
