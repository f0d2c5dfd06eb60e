// The comma that closes what stands beside a name in English, and whether it goes with it.
#pragma once

#include <cstddef>

#include "anonymise/name_span.hpp"
#include "anonymise/note.hpp"

namespace paravent::anonymise {

// Whether what a closing comma divides reads well without it: "An HR director at a bank is moving", but not
// "… an HR director at a bank, she said" or "…, who joined in May".
bool takes_english_comma(const Note& note, const NameSpan& name, std::size_t behind_comma);

// "…, HR director at LVMH in Paris, is …": where the comma is that closes the whole; else `nobody`.
std::size_t english_comma_further_on(const Note& note, const NameSpan& name, std::size_t at);

}  // namespace paravent::anonymise
