#include "detect/tag_features.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace paravent::detect {
namespace {

constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;

constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * factor;
  return hash ^ (hash >> 29U);
}

// The number of a template and what fills it.
template <class... Values>
constexpr std::uint64_t hash_of(std::uint64_t number, Values... values) {
  std::uint64_t hash = mix(factor, number);
  ((hash = mix(hash, static_cast<std::uint64_t>(values))), ...);
  return hash * factor;
}

std::uint64_t hash_of_text(std::string_view text) {
  std::uint64_t hash = factor;
  for (const char c : text) hash = mix(hash, static_cast<unsigned char>(c));
  return hash;
}

std::uint64_t given_band(const knowledge::Lexeme& lexeme) {
  constexpr std::array<std::uint8_t, 16> bands{0, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6};
  return bands[std::min<std::size_t>(lexeme.given, 15)];
}

// What the tables know, in few bits: many words share it, so that the model learns of all what it sees of
// one.
std::uint64_t mask_of(const Token& token) {
  const knowledge::Lexeme& lexeme = token.lexeme();
  std::uint64_t mask = given_band(lexeme);
  const auto put = [&](unsigned bits, std::uint64_t value) { mask = (mask << bits) | value; };
  put(3, lexeme.surname);
  put(2, lexeme.noun || lexeme.adjective ? 2 : (lexeme.other ? 3 : (lexeme.verb ? 1 : 0)));
  put(2, lexeme.english);
  const Knowns known = token.known;
  const bool place = known.has(Known::Place) || known.has(Known::City);
  put(2, known.has(Known::City) ? 3 : (place ? 2 : (known.has(Known::SmallPlace) ? 1 : 0)));
  put(2, known.has(Known::Company) ? 2 : (known.has(Known::WordCompany) ? 1 : 0));
  put(1, known.has(Known::Author) || known.has(Known::AuthorPart) ? 1 : 0);
  put(1, known.has(Known::Method) || known.has(Known::AiTool) || known.has(Known::FixedPhrase) ? 1 : 0);
  return mask;
}

// The same without surnames, which nearly every word is: what carries over best to words not seen.
std::uint64_t class_of(const Token& token) {
  const knowledge::Lexeme& lexeme = token.lexeme();
  std::uint64_t out = std::min<std::uint64_t>(lexeme.frequency, 7);
  const auto put = [&](unsigned bits, std::uint64_t value) { out = (out << bits) | value; };
  put(2, lexeme.noun || lexeme.adjective ? 2 : (lexeme.other ? 3 : (lexeme.verb ? 1 : 0)));
  put(1, lexeme.given >= 5 ? 1 : 0);
  put(1, token.known.has(Known::Role) ? 1 : 0);
  put(1, token.known.has(Known::Institution) || token.known.has(Known::CompanyHead) ? 1 : 0);
  put(2, lexeme.english);
  return out;
}

struct Word {
  std::uint64_t form = 1;  // of nothing: the edge of the block
  std::uint64_t shape = 7;
  std::uint64_t gap = 0;
  std::uint64_t mask = ~std::uint64_t{0};
  std::uint64_t kind = ~std::uint64_t{0};
  const Token* token = nullptr;
};

Word word_of(const Token& token) {
  Word out;
  out.form = token.form->hash;
  out.shape = static_cast<std::uint64_t>(token.shape);
  // What stands before the block is no matter of the block.
  out.gap = starts_block(token) ? Gaps(Gap::BlockStart).bits() : token.gap.bits();
  out.mask = mask_of(token);
  out.kind = class_of(token);
  out.token = &token;
  return out;
}

template <class Out>
class LocalRows {
 public:
  LocalRows(const TaggerModel& model, const Tokens& tokens, std::size_t at, Out& out)
      : model_(model), tokens_(tokens), at_(at), out_(out) {
    constexpr std::ptrdiff_t reach = 2;
    window_[reach] = word_of(tokens.all[at]);
    for (std::ptrdiff_t i = 1; i <= reach; ++i) {
      const auto left = static_cast<std::ptrdiff_t>(at) - i;
      if (left < 0 || starts_block(tokens.all[static_cast<std::size_t>(left + 1)])) break;
      window_[static_cast<std::size_t>(reach - i)] = word_of(tokens.all[static_cast<std::size_t>(left)]);
    }
    for (std::size_t i = 1; i <= 2; ++i) {
      if (at + i >= tokens.size() || starts_block(tokens.all[at + i])) break;
      window_[2 + i] = word_of(tokens.all[at + i]);
    }
  }

  void add() {
    add_forms();
    add_shapes();
    add_tables();
    add_letters();
    add_place();
  }

 private:
  const Word& word(std::ptrdiff_t offset) const { return window_[static_cast<std::size_t>(2 + offset)]; }
  const Token& token() const { return *word(0).token; }

  template <class... Values>
  void row(std::uint64_t number, Values... values) {
    out_.add(model_.hashed_row(hash_of(number, values...)), {Feature::Count, number});
  }

  void add_forms() {
    const std::uint64_t form = word(0).form;
    const std::uint64_t shape = word(0).shape;
    row(1, form);
    row(2, form, shape);
    row(3, form, word(-1).form);
    row(4, form, word(1).form);
    row(5, word(-1).form, word(0).gap);
    row(6, word(1).form, word(1).gap);
    row(7, word(-2).form, word(-1).form);
    row(8, word(1).form, word(2).form);
    row(9, word(-2).form, shape);
    row(10, word(2).form, shape);
    row(11, word(-1).form, word(1).form);
    row(12, word(-1).form, shape);
    row(13, word(1).form, shape);
  }

  void add_shapes() {
    const std::uint64_t shape = word(0).shape;
    row(20, word(-1).shape, word(0).gap, shape);
    row(21, shape, word(1).gap, word(1).shape);
    row(22, word(-1).shape, shape, word(1).shape, word(0).gap, word(1).gap);
    row(23, word(-2).shape, word(-1).shape, shape, word(1).shape);
    row(24, word(0).gap, shape);
    row(25, word(1).gap, shape);
    row(26, word(0).gap, word(1).gap);
    row(27, shape, std::min<std::size_t>(token().form_size(), 12));
    row(28, word(-1).kind, word(0).gap, shape);
    row(29, word(1).kind, word(1).gap, shape);
  }

  void add_tables() {
    const std::uint64_t mask = word(0).mask;
    const std::uint64_t shape = word(0).shape;
    const std::uint64_t start = token().where.has(Where::SentenceStart) ? 1 : 0;
    row(40, mask, shape);
    row(41, mask, shape, start);
    row(42, word(-1).mask, word(0).gap, mask);
    row(43, mask, word(1).gap, word(1).mask);
    row(44, word(-1).form, mask);
    row(45, word(1).form, mask);
    row(46, word(-2).form, word(-1).form, shape, given_band(token().lexeme()));
    row(47, word(-1).kind, mask);
    row(48, mask, word(1).kind);
    row(49, word(-2).kind, word(-1).kind, shape);
    row(50, shape, word(1).kind, word(2).kind);
    row(51, token().known.bits(), shape);
    row(52, word(-1).token != nullptr ? word(-1).token->known.bits() : 0, shape);
    row(53, word(1).token != nullptr ? word(1).token->known.bits() : 0, shape);
    row(54, word(0).kind, shape, start);
    const auto tongue = static_cast<std::uint64_t>(token().tongue);
    row(55, tongue, mask, shape, start);
    row(59, tongue, word(0).form, shape);
    add_head();
  }

  // The head of a name that may still go on here: "lycée", "Centre".
  void add_head() {
    constexpr std::size_t longest = 5;
    std::size_t i = at_;
    for (std::size_t n = 0; n < longest && i > 0 && is_joined(tokens_.all[i]); ++n) {
      const Token& left = tokens_.all[--i];
      if (!left.known.has(Known::Institution) && !left.known.has(Known::CompanyHead) &&
          !left.cues.has(WordCue::OrgNoun) && !left.cues.has(WordCue::NamedPlaceHead))
        continue;
      row(56, left.form->hash, word(0).shape, n);
      row(57, n, word(0).mask);
      row(58, n, word(0).kind, word(1).shape);
      return;
    }
  }

  void add_letters() {
    const std::string_view form = tokens_.form(token());
    const std::uint64_t shape = word(0).shape;
    for (const std::size_t size : {std::size_t{2}, std::size_t{3}, std::size_t{4}}) {
      if (form.size() <= size) break;
      row(60 + size, hash_of_text(form.substr(form.size() - size)), shape);
    }
    if (form.size() > 3) row(68, hash_of_text(form.substr(0, 3)), shape);
    add_ending(-1, 66);
    add_ending(1, 67);
  }

  void add_ending(int offset, std::uint64_t number) {
    if (word(offset).token == nullptr) return;
    const std::string_view form = tokens_.form(*word(offset).token);
    if (form.size() > 4) row(number, hash_of_text(form.substr(form.size() - 3)), word(0).shape);
  }

  // The line, and what it begins with: "Présents", "De", "Coach".
  void add_place() {
    const std::uint64_t shape = word(0).shape;
    const std::uint64_t where = token().where.bits();
    row(80, where, shape);
    row(81, where, given_band(token().lexeme()), shape);
    row(82, static_cast<std::uint64_t>(token().label), shape, word(0).mask);
    constexpr std::size_t longest = 12;  // words
    std::size_t first = at_;
    while (first > 0 && at_ - first < longest && !tokens_.all[first].where.has(Where::LineStart) &&
           !starts_block(tokens_.all[first]))
      --first;
    if (first == at_) return;
    row(83, tokens_.all[first].form->hash, shape);
    row(84, tokens_.all[first].form->hash, where);
  }

  const TaggerModel& model_;
  const Tokens& tokens_;
  std::size_t at_;
  Out& out_;
  std::array<Word, 5> window_;
};

// Named features before this one say what a word looks like: the base that others are crossed with.
bool is_base(Feature feature) {
  return feature < Feature::GivenTop;
}

template <class Out>
void add_crossed(const TaggerModel& model, std::uint64_t number, const Token& token,
                 const FeatureSet& features, Out& out) {
  const auto shape = static_cast<std::uint64_t>(token.shape);
  const std::uint64_t start = token.where.has(Where::SentenceStart) ? 1 : 0;
  const std::uint64_t mask = mask_of(token);
  features.for_each([&](Feature feature) {
    out.add(model.row_of(feature), {feature});
    out.add(model.hashed_row(hash_of(number, feature, shape, start)), {feature});
    out.add(model.hashed_row(hash_of(number + 1, feature, mask)), {feature});
  });
  out.add(model.hashed_row(hash_of(number + 2, features.hash(), shape)), {Feature::Count, number + 2});
}

}  // namespace

template <class Out>
void add_local_rows(const TaggerModel& model, const Tokens& tokens, std::size_t at,
                    const FeatureSet& features, Out& out) {
  LocalRows<Out>(model, tokens, at, out).add();
  const auto tongue = static_cast<std::uint64_t>(tokens.all[at].tongue);
  auto base = Feature::Count;
  features.for_each([&](Feature feature) {
    out.add(model.row_of(feature), {feature});
    if (is_base(feature)) {
      base = feature;
    } else {
      out.add(model.hashed_row(hash_of(90, base, feature)), {feature});
      out.add(model.hashed_row(hash_of(91, tongue, base, feature)), {feature});
    }
  });
}

template <class Out>
void add_note_rows(const TaggerModel& model, const Token& token, const FeatureSet& features, Out& out) {
  if (!features.empty()) add_crossed(model, 100, token, features, out);
}

template <class Out>
void add_register_rows(const TaggerModel& model, const Token& token, const FeatureSet& features, Out& out) {
  add_crossed(model, 110, token, features, out);
}

template void add_local_rows(const TaggerModel&, const Tokens&, std::size_t, const FeatureSet&, Rows&);
template void add_local_rows(const TaggerModel&, const Tokens&, std::size_t, const FeatureSet&, SourcedRows&);
template void add_note_rows(const TaggerModel&, const Token&, const FeatureSet&, Rows&);
template void add_note_rows(const TaggerModel&, const Token&, const FeatureSet&, SourcedRows&);
template void add_register_rows(const TaggerModel&, const Token&, const FeatureSet&, Rows&);
template void add_register_rows(const TaggerModel&, const Token&, const FeatureSet&, SourcedRows&);

}  // namespace paravent::detect
