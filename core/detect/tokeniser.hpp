// From a note to its words: one pass, linear on any input.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "detect/form_table.hpp"
#include "detect/token.hpp"
#include "markdown/region.hpp"
#include "text/offsets.hpp"

namespace paravent::detect {

// The words of one block, added behind those of `out`. `block` is a range of out.text; `regions` are the
// block's (markdown::parse_regions).
void tokenise_block(text::ByteRange block, std::span<const markdown::Region> regions, FormTable& forms,
                    Tokens& out);

// The words of a name that is no Markdown: a file stem, a declared person, an address.
// The text must outlive the result.
Tokens tokenise_name(std::string_view name, FormTable& forms);

}  // namespace paravent::detect
