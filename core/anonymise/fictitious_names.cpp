#include "anonymise/fictitious_names.hpp"

#include <numeric>

#include "anonymise/reading.hpp"
#include "detect/person_name.hpp"
#include "detect/tokeniser.hpp"
#include "knowledge/fictitious.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using knowledge::FictitiousName;
using knowledge::NameOrigin;
using knowledge::NamePart;
using knowledge::Sex;

// What a name is taken for when nothing tells more.
constexpr std::string_view usual_origin = "french";

// Tables are sorted, and neighbours look alike: two people of a note should not. Takes every row once.
std::size_t spread(std::size_t nth, std::size_t count) {
  std::size_t step = 37;
  while (std::gcd(step, count) != 1) ++step;
  return nth * step % count;
}

NameOrigin origin_of(const std::string& words, NamePart part) {
  NameOrigin best;
  for (const std::string& word : folded_words(words)) {
    const NameOrigin origin = knowledge::name_origin(word, part);
    if (origin.strength > best.strength) best = origin;
  }
  return best;
}

// The surname tells more of where a family comes from than the given name, which follows fashions. What is
// written first is not always the given name.
std::string_view origin_of(const detect::PersonName& name) {
  for (const NameOrigin& origin :
       {origin_of(name.surname, NamePart::Surname), origin_of(name.given, NamePart::Given),
        origin_of(name.given, NamePart::Surname), origin_of(name.surname, NamePart::Given)}) {
    if (origin.strength > 0) return origin.origin;
  }
  return usual_origin;
}

template <class Fits>
std::vector<std::size_t> rows_where(std::size_t count, FictitiousName (*row)(std::size_t) noexcept,
                                    Fits fits) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < count; ++i) {
    if (fits(row(i))) out.push_back(i);
  }
  return out;
}

}  // namespace

void FictitiousNames::avoid(std::string_view words) {
  for (std::string& word : folded_words(words)) avoided_.insert(std::move(word));
}

std::string FictitiousNames::next(std::string_view real_name, Sex sex) {
  const detect::Tokens tokens = detect::tokenise_name(real_name, forms_);
  detect::Span whole;
  whole.last = static_cast<std::uint32_t>(tokens.size());
  const detect::PersonName name =
      tokens.size() == 0 ? detect::PersonName{} : detect::parse_person(tokens, whole);
  if (sex == Sex::Unknown) sex = name.sex;
  const std::string_view origin = origin_of(name);
  std::string out(given_name(origin, sex));
  if (!out.empty()) out += ' ';
  return out + surname(origin);
}

std::string FictitiousNames::surname(std::string_view origin) {
  for (const std::string_view from : {origin, usual_origin, std::string_view()}) {
    const std::string_view single = single_surname(from);
    if (!single.empty()) return std::string(single);
  }
  // More people than surnames: two of them make one more.
  const std::size_t count = knowledge::fictitious_surname_count();
  const std::size_t first = pairs_ % count;
  const std::size_t second = (first + 1 + pairs_ / count) % count;
  ++pairs_;
  return std::string(knowledge::fictitious_surname(first).name) + "-" +
         std::string(knowledge::fictitious_surname(second).name);
}

// Of any origin where `origin` is empty; empty when none is left.
std::string_view FictitiousNames::single_surname(std::string_view origin) {
  const auto [entry, fresh] = surnames_.try_emplace(origin);
  Rows& rows = entry->second;
  if (fresh) {
    rows.all =
        rows_where(knowledge::fictitious_surname_count(), knowledge::fictitious_surname,
                   [origin](const FictitiousName& row) { return origin.empty() || row.origin == origin; });
  }
  while (rows.tried < rows.all.size()) {
    const std::size_t at = rows.all[spread(rows.tried++, rows.all.size())];
    const std::string_view name = knowledge::fictitious_surname(at).name;
    if (avoided_.insert(text::fold(name)).second) return name;
  }
  return {};
}

std::string_view FictitiousNames::given_name(std::string_view origin, Sex sex) {
  if (sex == Sex::Unknown) sex = Sex::Either;
  for (const std::string_view from : {origin, usual_origin}) {
    const std::string_view name = given_among(from, sex);
    if (!name.empty()) return name;
  }
  return given_among(usual_origin, Sex::Either);
}

// Each in turn, and again from the first: it is the surname that tells two people apart.
std::string_view FictitiousNames::given_among(std::string_view origin, Sex sex) {
  const auto [entry, fresh] = given_names_.try_emplace({origin, sex});
  Rows& rows = entry->second;
  if (fresh) {
    rows.all = rows_where(knowledge::fictitious_given_name_count(), knowledge::fictitious_given_name,
                          [&](const FictitiousName& row) { return row.origin == origin && row.sex == sex; });
  }
  for (std::size_t left = rows.all.size(); left > 0; --left) {
    const std::size_t at = rows.all[spread(rows.tried++ % rows.all.size(), rows.all.size())];
    const std::string_view name = knowledge::fictitious_given_name(at).name;
    if (!avoided_.contains(text::fold(name))) return name;
  }
  return {};
}

}  // namespace paravent::anonymise
