#include "detect/scanners/domain.hpp"

#include <algorithm>
#include <array>

#include "detect/scanners/folded.hpp"

namespace paravent::detect::scanners {
namespace {

// Top-level names met in notes of French- and English-speaking coaches (IANA root zone). Names that are
// mostly file endings (md, py, sh, zip, mov …) are left out.
constexpr WordSet known{
    "fr",         "com",       "org",        "net",     "eu",     "be",       "ch",        "lu",
    "ca",         "uk",        "info",       "biz",     "io",     "co",       "app",       "dev",
    "coach",      "paris",     "bzh",        "corsica", "alsace", "re",       "pf",        "nc",
    "gp",         "mq",        "gf",         "yt",      "pm",     "wf",       "quebec",    "brussels",
    "vlaanderen", "swiss",     "consulting", "pro",     "online", "site",     "store",     "shop",
    "blog",       "club",      "training",   "academy", "agency", "services", "solutions", "studio",
    "center",     "digital",   "email",      "group",   "family", "health",   "care",      "school",
    "education",  "institute", "life",       "live",    "link",   "me",       "page",      "space",
    "team",       "tech",      "tv",         "website", "work",   "works",    "world",     "xyz",
    "ai",         "fm",        "ly",         "gl",      "gg",     "gov",      "edu",       "mil",
    "int",        "name",      "mobi",       "asso",    "es",     "pt",       "nl",        "pl",
    "ie",         "gr",        "dk",         "se",      "fi",     "cz",       "hu",        "ro",
    "ma",         "tn",        "dz",         "sn",      "ci",     "mu",       "mg",        "cm",
    "br",         "jp",        "cn",         "ru",      "au",     "nz",       "mc",        "expert",
    "events",     "company",   "therapy",    "wiki",    "tf",     "africa",   "example"};
constexpr WordSet words{"de", "it", "in", "us", "at", "no", "to", "so", "my",
                        "am", "is", "il", "la", "et", "me", "au", "li", "as"};

constexpr std::size_t longest_name = 253;
constexpr std::size_t longest_label = 63;

}  // namespace

Domain read_domain(const View& text, std::size_t begin) {
  Domain out;
  std::size_t i = begin;
  while (i - begin < longest_name) {
    const std::size_t label = i;
    bool alphabetic = true;
    while (i - label < longest_label) {
      const char c = text.at(i);
      if (is_alpha(c)) {
        ++i;
      } else if (is_digit(c) ||
                 (text.dash_at(i) == 1 && i > label && (text.word_at(i + 1) || text.at(i + 1) == '-'))) {
        alphabetic = false;
        ++i;
      } else if (const std::size_t size = text.letter_at(i); size > 1) {
        i += size;
      } else {
        break;
      }
    }
    if (i == label) break;
    ++out.labels;
    out.end = i;
    out.last = label;
    out.alphabetic_end = alphabetic && i - label >= 2;
    if (text.at(i) != '.' || !text.word_at(i + 1)) break;
    ++i;
  }
  return out;
}

Tld tld_of(std::string_view name) {
  if (name.size() > 16) return Tld::Unknown;
  std::array<char, 16> buffer{};
  std::transform(name.begin(), name.end(), buffer.begin(), to_lower);
  const std::string_view folded{buffer.data(), name.size()};
  if (is_any(folded, words)) return Tld::Word;
  return is_any(folded, known) ? Tld::Known : Tld::Unknown;
}

}  // namespace paravent::detect::scanners
