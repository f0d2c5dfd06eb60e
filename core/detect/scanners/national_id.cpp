// National numbers known by their checksum or shape: AVS (CH), NISS (BE), NAS/SIN (CA), SSN (US), NHS number
// and NINO (UK).
#include <array>

#include "detect/scanners/checks.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

constexpr WordSet niss_words{"niss",
                             "registre national",
                             "numero national",
                             "no national",
                             "national",
                             "rijksregister",
                             "insz",
                             "bis",
                             "securite sociale",
                             "rn"};
constexpr WordSet nas_words{"nas",  "sin", "assurance sociale", "social insurance", "insurance number",
                            "n.a.s"};
constexpr WordSet nhs_words{"nhs", "nhs number", "nhs no", "chi"};

bool ends(Scan& scan, const DigitGroups& groups, std::size_t k) {
  return !scan.view.word_at(groups.end(k));
}

void avs(Scan& scan, const DigitGroups& groups) {
  const std::size_t k = groups.groups_of(13);
  if (k == 0 || !groups.digits(k).starts_with("756") || !ean13(groups.digits(k)) || !ends(scan, groups, k))
    return;
  scan.add(groups.begin(), groups.end(k), Category::Id, "id.ch_avs", by_checksum);
}

// YY.MM.DD-XXX.CC; the month may be raised by 20 or 40 (bis numbers) or be 00.
void niss(Scan& scan, const DigitGroups& groups) {
  const std::size_t k = groups.groups_of(11);
  if (k == 0 || !niss_check(groups.digits(k)) || !ends(scan, groups, k)) return;
  const std::string_view digits = groups.digits(k);
  const int month = (digits[2] - '0') * 10 + (digits[3] - '0');
  const int day = (digits[4] - '0') * 10 + (digits[5] - '0');
  if (month % 20 > 12 || month > 52 || day > 31) return;
  const bool shaped = groups.shaped("22232") || groups.shaped("632");
  if (!shaped && k != 1 && !contains_any(scan.lead(groups.begin()), niss_words)) return;
  if (k == 1 && !contains_any(scan.lead(groups.begin()), niss_words) && (month % 20 == 0 || day == 0)) return;
  scan.add(groups.begin(), groups.end(k), Category::Id, "id.be_niss", by_checksum);
}

void nas(Scan& scan, const DigitGroups& groups) {
  const std::size_t k = groups.groups_of(9);
  if (k == 0 || !luhn(groups.digits(k)) || !ends(scan, groups, k)) return;
  const bool dashes = groups.shaped("333") && groups.joined_by(k, "-");
  if (!dashes && !contains_any(scan.lead(groups.begin()), nas_words)) return;
  scan.add(groups.begin(), groups.end(k), Category::Id, "id.ca_nas", by_checksum);
}

void ssn(Scan& scan, const DigitGroups& groups) {
  if (!groups.shaped("324") || !groups.joined_by(3, "- ") || !ends(scan, groups, 3)) return;
  const std::string_view area = groups.digits(1);
  const bool unused = area == "000" || area == "666" || area[0] == '9';
  const bool keyword = contains_word(scan.lead(groups.begin()), "ssn") ||
                       contains_word(scan.lead(groups.begin()), "social security");
  if (groups.count() > 3 || (!keyword && (unused || !groups.joined_by(3, "-")))) return;
  scan.add(groups.begin(), groups.end(3), Category::Id, "id.us_ssn", keyword ? by_keyword : by_format);
}

void nhs(Scan& scan, const DigitGroups& groups) {
  const std::size_t k = groups.groups_of(10);
  if (k == 0 || !nhs_check(groups.digits(k)) || !ends(scan, groups, k)) return;
  if (!contains_any(scan.lead(groups.begin()), nhs_words)) return;
  scan.add(groups.begin(), groups.end(k), Category::Id, "id.uk_nhs", by_checksum);
}

// Two letters, six digits, A–D: "QQ 12 34 56 C".
void nino(Scan& scan, const DigitGroups& groups) {
  const View& text = scan.view;
  const std::size_t k = groups.groups_of(6);
  const std::size_t prefix = groups.begin() - text.blank_before(groups.begin());
  if (k == 0 || prefix < 2 || text.word_before(prefix - 2)) return;
  constexpr std::string_view never = "DFIQUV";
  const char first = text.at(prefix - 2);
  const char second = text.at(prefix - 1);
  static constexpr WordSet words{"ni", "nino", "national insurance", "ni number", "ni no"};
  const bool keyword = contains_any(scan.lead(prefix - 2), words);
  const bool unused = never.find(second) != std::string_view::npos || second == 'O';
  if (!is_upper(first) || !is_upper(second) || (unused && !keyword)) return;
  const std::size_t suffix = groups.end(k) + text.blank_at(groups.end(k));
  if (text.at(suffix) < 'A' || text.at(suffix) > 'D' || text.word_at(suffix + 1)) return;
  if (!groups.shaped("222") && k != 1) return;
  scan.add(prefix - 2, suffix + 1, Category::Id, "id.uk_nino", keyword ? by_keyword : by_strong_format);
}

}  // namespace

void recognise_national_id(Scan& scan, std::size_t digit) {
  const DigitGroups& groups = scan.groups(digit);
  if (groups.overlong() || groups.count() == 0 || groups.digits(groups.count()).size() < 6) return;
  nino(scan, groups);
  if (groups.digits(groups.count()).size() < 9 || continues_before(scan.view, digit) ||
      scan.view.before(digit) == '+')
    return;
  avs(scan, groups);
  niss(scan, groups);
  nas(scan, groups);
  ssn(scan, groups);
  nhs(scan, groups);
}

}  // namespace paravent::detect::scanners
