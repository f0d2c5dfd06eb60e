// Domain names as they stand in a text.
#pragma once

#include <cstddef>
#include <string_view>

#include "detect/scanners/view.hpp"

namespace paravent::detect::scanners {

struct Domain {
  std::size_t end = 0;
  std::size_t labels = 0;
  std::size_t last = 0;         // where the last label begins
  bool alphabetic_end = false;  // the last label is two letters or more and nothing else
};

// The longest name that starts at `begin` (at most 253 bytes, RFC 1035); labels 0 if none does. Letters of
// other scripts are taken too.
Domain read_domain(const View& text, std::size_t begin);

// How much a top-level name tells that a dotted word is a domain.
enum class Tld { Unknown, Word, Known };  // Word: also a word that may follow a full stop ("fin.de")
Tld tld_of(std::string_view name);        // any case

}  // namespace paravent::detect::scanners
