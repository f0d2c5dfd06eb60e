// The comma or dash that closes what stands beside a name, and whether it goes with it.
#pragma once

#include <cstddef>
#include <string_view>

#include "anonymise/name_span.hpp"
#include "anonymise/note.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {

// Whether the comma that closes an apposition goes with it: when the name is the subject of what follows. It
// stays where it also divides: behind "avec …", and before an age or another finding.
bool takes_closing_comma(const Note& note, const NameSpan& name, std::size_t behind_comma);
// The comma that closes "…, DRH depuis trois ans, hésite": on the same few words, with nobody else between.
std::size_t comma_further_on(const Note& note, const NameSpan& name, std::size_t at);
// "Claire – DRH – hésite": the second dash closes what the first opened. Returns where the apposition ends.
std::size_t behind_closing_dash(std::string_view text, const text::Codepoint& opening, std::size_t end);

}  // namespace paravent::anonymise
