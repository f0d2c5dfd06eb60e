#include "detect/note_facts.hpp"

namespace paravent::detect {
namespace {

// Bits of what is told of a form.
constexpr std::uint8_t as_capital = 1;
constexpr std::uint8_t as_lower = 2;
constexpr std::uint8_t in_file_name = 4;
constexpr std::uint8_t in_mail_name = 8;
constexpr std::uint8_t in_mail_domain = 16;

template <class Number>
void step(Number& number, bool up) {
  if (up) {
    ++number;
  } else {
    --number;
  }
}

}  // namespace

void NoteFacts::set_file_name(const Tokens& name) {
  for (const Token& token : name.all) {
    if (is_telling_part(token, Feature::SeenInFileName)) at(token.form->id).elsewhere |= in_file_name;
  }
}

NoteFacts::Count& NoteFacts::at(FormId form) {
  if (form >= counts_.size()) counts_.resize(form + std::size_t{1});
  return counts_[form];
}

void NoteFacts::count(const Passage& passage, bool add) {
  for (const Token& token : passage.tokens.all) {
    Count& count = at(token.form->id);
    step(count.uses, add);
    if (token.where.has_any(Places{Where::SentenceStart, Where::Identifier})) continue;
    if (token.shape != Shape::Capital && token.shape != Shape::Lower) continue;
    std::uint32_t& seen = token.shape == Shape::Capital ? count.capital : count.lower;
    if (seen == (add ? 0U : 1U)) touch(token.form->id);
    step(seen, add);
  }
  for (const MailForm& part : passage.mail_forms) count_mail(part, add);
  const std::int64_t sign = add ? 1 : -1;
  language_votes_ += sign * passage.language_votes;
  // Unsigned: what was added before is taken away.
  sentences_ += static_cast<std::uint64_t>(sign * passage.sentences);
  capitals_ += static_cast<std::uint64_t>(sign * passage.capitals);
}

void NoteFacts::count_mail(const MailForm& part, bool add) {
  touch(part.form);
  MailCount& mails = mails_[part.form];
  step(part.feature == Feature::SeenInEmail ? mails.names : mails.domains, add);
  std::uint8_t& bits = at(part.form).elsewhere;
  bits &= in_file_name;
  if (mails.names > 0) bits |= in_mail_name;
  if (mails.domains > 0) bits |= in_mail_domain;
  if (mails.names + mails.domains == 0) mails_.erase(part.form);
}

std::uint8_t NoteFacts::told(const Count& count) {
  std::uint8_t bits = count.elsewhere;
  if (count.capital > 0) {
    bits |= as_capital;
  } else if (count.lower > 0) {
    bits |= as_lower;
  }
  return bits;
}

void NoteFacts::touch(FormId form) {
  Count& count = at(form);
  if (count.touched) return;
  count.touched = true;
  touched_.emplace_back(form, told(count));
}

std::vector<FormId> NoteFacts::take_changes() {
  std::vector<FormId> changed;
  for (const auto& [form, before] : touched_) {
    Count& count = counts_[form];
    count.touched = false;
    if (told(count) != before) changed.push_back(form);
  }
  touched_ = {};
  return changed;
}

FeatureSet NoteFacts::features(const Token& token) const {
  FeatureSet out;
  const FormId form = token.form->id;
  const std::uint8_t bits = form < counts_.size() ? told(counts_[form]) : 0;
  if (token.where.has(Where::SentenceStart) && token.shape == Shape::Capital) {
    if (bits & as_capital) out.add(Feature::SeenCapital);
    if (bits & as_lower) out.add(Feature::SeenLower);
  }
  if (bits & in_file_name) out.add(Feature::SeenInFileName);
  if (bits & in_mail_name) out.add(Feature::SeenInEmail);
  if (bits & in_mail_domain) out.add(Feature::SeenInDomain);
  if (!token.has_capital() && is_lowercase()) out.add(Feature::LowercaseNote);
  if (token.tongue == Tongue::Unknown && language() == text::Language::English) out.add(Feature::EnglishNote);
  return out;
}

text::Language NoteFacts::language() const {
  return language_votes_ > 0 ? text::Language::English : text::Language::French;
}

}  // namespace paravent::detect
