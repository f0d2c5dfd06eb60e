#include "anonymise/written_alias.hpp"

#include <algorithm>
#include <array>

#include "anonymise/letter_case.hpp"
#include "anonymise/reading.hpp"
#include "knowledge/lexicon.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

constexpr auto noun_forms = std::to_array<AliasNounForm>({
    {"personne", Category::Person, true, false, false}, {"personnes", Category::Person, true, false, true},
    {"person", Category::Person, false, true, false},   {"persons", Category::Person, false, true, true},
    {"entreprise", Category::Org, true, false, false},  {"entreprises", Category::Org, true, false, true},
    {"company", Category::Org, false, true, false},     {"companies", Category::Org, false, true, true},
    {"lieu", Category::Loc, true, false, false},        {"lieux", Category::Loc, true, false, true},
    {"place", Category::Loc, false, true, false},       {"places", Category::Loc, false, true, true},
    {"projet", Category::Project, true, false, false},  {"projets", Category::Project, true, false, true},
    {"project", Category::Project, false, true, false}, {"projects", Category::Project, false, true, true},
    {"adresse", Category::Address, true, false, false}, {"adresses", Category::Address, true, false, true},
    {"address", Category::Address, false, true, false}, {"addresses", Category::Address, false, true, true},
    {"courriel", Category::Email, true, false, false},  {"courriels", Category::Email, true, false, true},
    {"email", Category::Email, false, true, false},     {"emails", Category::Email, false, true, true},
    {"telephone", Category::Phone, true, false, false}, {"telephones", Category::Phone, true, false, true},
    {"phone", Category::Phone, false, true, false},     {"phones", Category::Phone, false, true, true},
    {"lien", Category::Url, true, false, false},        {"liens", Category::Url, true, false, true},
    {"link", Category::Url, false, true, false},        {"links", Category::Url, false, true, true},
    {"date", Category::Date, true, true, false},        {"dates", Category::Date, true, true, true},
    {"age", Category::Age, true, true, false},          {"ages", Category::Age, true, true, true},
    {"numero", Category::Id, true, false, false},       {"numeros", Category::Id, true, false, true},
    {"number", Category::Id, false, true, false},       {"numbers", Category::Id, false, true, true},
});

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_mark(char c) {
  return c == '*' || c == '_' || c == '`';
}

char upper(char c) {
  return is_small(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string_view marks_from(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_mark(text[end]) && text[end] == text[at]) ++end;
  return text.substr(at, end - at);
}

std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  const text::Codepoint c = text::decode_at(text, at);
  return c.value == U'\'' || c.value == U'’' ? c.size : 0;
}

// "Person A’s" is an alias, "PERSONNE N’EST" is not.
bool is_cut_word(std::string_view text, std::size_t end) {
  const std::size_t apostrophe = apostrophe_at(text, end);
  if (apostrophe == 0) return false;
  const std::optional<Word> tail = word_from(text, end + apostrophe);
  if (!tail) return false;
  constexpr std::array<std::string_view, 5> endings{"s", "ll", "d", "ve", "re"};
  return std::find(endings.begin(), endings.end(), tail->folded) == endings.end();
}

// "A-B" or "A-2" is some other label; "A-t-elle", "A-Personne" go on with words.
bool is_longer_label(std::string_view text, std::size_t end) {
  if (end + 1 >= text.size() || text[end] != '-') return false;
  if (is_digit(text[end + 1])) return true;
  if (!is_capital(text[end + 1])) return false;
  const text::Codepoint next = text::decode_at(text, end + 2);
  return next.size == 0 || !text::is_word(next.value);
}

// Bytes of "A", "AB" or "AB2" at `at`; 0 for anything that goes on.
std::size_t letters_at(std::string_view text, std::size_t at, bool small) {
  const auto is_letter = small ? is_small : is_capital;
  std::size_t end = at;
  while (end < text.size() && end - at < 2 && is_letter(text[end])) ++end;
  if (end == at) return 0;
  constexpr std::size_t most_digits = 6;
  for (std::size_t digits = 0;
       end - at >= 2 && digits < most_digits && end < text.size() && is_digit(text[end]); ++digits) {
    ++end;
  }
  const text::Codepoint next = text::decode_at(text, end);
  if (next.size != 0 && text::is_word(next.value)) return 0;
  return is_cut_word(text, end) || is_longer_label(text, end) ? 0 : end - at;
}

// A blank, or one line end with the marks of a quotation behind it.
std::size_t blanks_at(std::string_view text, std::size_t at) {
  std::size_t end = skip_blanks(text, at);
  const bool cr = end < text.size() && text[end] == '\r';
  if (end + (cr ? 1U : 0U) < text.size() && text[end + (cr ? 1U : 0U)] == '\n') {
    end += cr ? 2 : 1;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '>')) ++end;
  }
  return end - at;
}

// What joins noun and letter in one word.
std::string_view tight_joint_at(std::string_view text, std::size_t at) {
  for (const std::string_view joint : {"-", "_", "%20", "\u2010", "\u2011"}) {
    if (text.substr(at, joint.size()) == joint) return text.substr(at, joint.size());
  }
  return {};
}

struct Joint {
  std::size_t letters = 0;   // where they start
  std::string_view tight;    // "-"; empty for a blank
  std::string_view closing;  // marks around the noun alone
  std::string_view opening;  // marks around the letter alone
};

std::optional<Joint> joint_at(std::string_view text, std::size_t at) {
  const std::string_view tight = tight_joint_at(text, at);
  const std::size_t behind = at + tight.size();
  if (!tight.empty() && behind < text.size() && (is_capital(text[behind]) || is_small(text[behind]))) {
    return Joint{behind, tight, {}, {}};
  }
  Joint out;
  out.closing = marks_from(text, at);
  at += out.closing.size();
  const std::size_t blanks = blanks_at(text, at);
  if (blanks == 0) return std::nullopt;
  at += blanks;
  out.opening = marks_from(text, at);
  out.letters = at + out.opening.size();
  return out;
}

// Single letters that are words of their own. "Personne b" may be an alias, "personne a" is none.
bool is_small_word(std::string_view letters) {
  return letters.size() != 1 || letters == "a" || letters == "i" || letters == "y";
}

// "PERSONNE A DIT CELA": where all is in capitals, A before a participle is the verb.
bool may_be_verb(std::string_view text, std::string_view noun, std::string_view letters, std::size_t end) {
  if (!is_in_capitals(noun) || (letters != "A" && letters != "Y" && letters != "I")) return false;
  const std::optional<Word> next = word_from(text, skip_blanks(text, end));
  if (!next || !is_in_capitals(text.substr(next->begin, next->end - next->begin))) return false;
  const knowledge::Lexeme word = knowledge::look_up(next->folded);
  return word.verb || !word.other || next->folded == "pas" || next->folded == "plus";
}

struct ListStep {
  std::string_view joiner;
  bool comma = false;  // only this ties the items: too little behind a singular noun
  bool slash = false;
  bool range = false;
};

std::optional<ListStep> list_step(std::string_view text, std::size_t at) {
  struct Row {
    std::string_view joiner;
    bool comma, slash, range;
  };
  constexpr std::array rows{Row{", et ", false, false, false},  Row{", ou ", false, false, false},
                            Row{", and ", false, false, false}, Row{", or ", false, false, false},
                            Row{" et ", false, false, false},   Row{" ou ", false, false, false},
                            Row{" and ", false, false, false},  Row{" or ", false, false, false},
                            Row{" & ", false, false, false},    Row{" / ", false, true, false},
                            Row{"/", false, true, false},       Row{", ", true, false, false},
                            Row{" à ", false, false, true},     Row{" to ", false, false, true},
                            Row{"–", false, false, true}};
  for (const Row& row : rows) {
    if (text.substr(at, row.joiner.size()) != row.joiner) continue;
    return ListStep{text.substr(at, row.joiner.size()), row.comma, row.slash, row.range};
  }
  return std::nullopt;
}

// "M. Petit", "B. Martin": an initial, not a letter of the list.
bool is_initial(std::string_view text, std::string_view letters, std::size_t end) {
  if (end >= text.size() || text[end] != '.') return false;
  const std::optional<Word> next = word_from(text, skip_blanks(text, end + 1));
  if (!next || !text::is_upper(text::decode_at(text, next->begin).value)) return false;
  const knowledge::Lexeme word = knowledge::look_up(next->folded);
  return letters == "M" || !word.word();
}

struct NextItem {
  AliasItem item;
  std::size_t end = 0;
  bool range = false;
};

std::optional<NextItem> next_item(std::string_view text, std::size_t at, const AliasNounForm& noun) {
  const std::optional<ListStep> step = list_step(text, at);
  if (!step || (!noun.plural && (step->comma || step->range))) return std::nullopt;
  const std::string_view marks = marks_from(text, at + step->joiner.size());
  const std::size_t begin = at + step->joiner.size() + marks.size();
  const std::size_t size = letters_at(text, begin, false);
  const std::string_view letters = text.substr(begin, size);
  if (size == 0 || is_initial(text, letters, begin + size)) return std::nullopt;
  // "Company A and I agree"
  if (letters == "I" && noun.english && !noun.plural && !step->slash) return std::nullopt;
  if (marks_from(text, begin + size).substr(0, marks.size()) != marks) return std::nullopt;
  return NextItem{{std::string(letters), marks, step->joiner}, begin + size + marks.size(), step->range};
}

void read_list(std::string_view text, const IsKnown& is_known, WrittenAlias& out) {
  while (const std::optional<NextItem> next = next_item(text, out.end, *out.noun)) {
    const bool known = is_known(*out.noun, next->item.letters);
    if (!known && !out.noun->plural) return;
    out.broken = out.broken || next->range;
    out.items.push_back(next->item);
    out.end = next->end;
  }
}

// Marks around the noun or the letter alone are around the name then; those of both fall together.
bool take_marks(std::string_view text, const Joint& joint, WrittenAlias& out) {
  AliasItem& item = out.items.front();
  if (joint.closing == joint.opening) return true;
  if (joint.closing.empty()) {
    if (marks_from(text, out.end).substr(0, joint.opening.size()) != joint.opening) return false;
    out.end += joint.opening.size();
    item.marks = joint.opening;
    return true;
  }
  if (!joint.opening.empty() || !text.substr(0, out.begin).ends_with(joint.closing)) return false;
  out.begin -= joint.closing.size();
  item.marks = joint.closing;
  return true;
}

// Whether letters written like this can be meant.
bool may_be_alias(std::string_view text, std::string_view noun, const Joint& joint, std::size_t size,
                  const AliasNounForm& form) {
  const std::string_view letters = text.substr(joint.letters, size);
  const bool capital_noun = text::is_upper(text::decode_at(noun, 0).value);
  if (is_small(letters.front())) {
    const std::size_t apostrophe = apostrophe_at(text, joint.letters + size);
    return !joint.tight.empty() || (!is_small_word(letters) && apostrophe == 0);
  }
  // "the person I met"
  return capital_noun || !form.english || letters != "I";
}

}  // namespace

const AliasNounForm* alias_noun_form(std::string_view folded) {
  const auto found = std::find_if(noun_forms.begin(), noun_forms.end(),
                                  [folded](const AliasNounForm& form) { return form.folded == folded; });
  return found == noun_forms.end() ? nullptr : &*found;
}

Category noun_category(Category category) {
  switch (category) {
    case Category::Ip:
      return Category::Url;
    case Category::Birthdate:
      return Category::Date;
    case Category::Nir:
    case Category::Iban:
    case Category::Card:
    case Category::Siren:
    case Category::Plate:
      return Category::Id;
    default:
      return category;
  }
}

std::optional<WrittenAlias> alias_written_at(std::string_view text, std::size_t at, const IsKnown& is_known) {
  const std::optional<Word> word = word_from(text, at);
  const AliasNounForm* form = word ? alias_noun_form(word->folded) : nullptr;
  if (form == nullptr) return std::nullopt;
  const std::optional<Joint> joint = joint_at(text, word->end);
  if (!joint || joint->letters >= text.size()) return std::nullopt;
  const bool small = is_small(text[joint->letters]);
  const std::size_t size = letters_at(text, joint->letters, small);
  const std::string_view noun = text.substr(at, word->end - at);
  if (size == 0 || !may_be_alias(text, noun, *joint, size, *form)) return std::nullopt;
  WrittenAlias out;
  out.begin = at;
  out.end = joint->letters + size;
  out.noun = form;
  out.joint = joint->tight.empty() ? std::string_view(" ") : joint->tight;
  const bool capital_noun = text::is_upper(text::decode_at(noun, 0).value);
  out.reserved = capital_noun && !small;
  out.lower = !capital_noun && small;
  out.broken = joint->tight.empty() && may_be_verb(text, noun, text.substr(joint->letters, size), out.end);
  std::string letters(text.substr(joint->letters, size));
  std::transform(letters.begin(), letters.end(), letters.begin(), upper);
  out.items.push_back({std::move(letters), {}, {}});
  if (!take_marks(text, *joint, out)) return std::nullopt;
  if (joint->tight.empty() && !small) read_list(text, is_known, out);
  return out;
}

}  // namespace paravent::anonymise
