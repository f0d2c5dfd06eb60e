// Names of HTML elements (the HTML standard's index of elements, with the obsolete ones), without regard to
// case.
#pragma once

#include <string_view>

namespace paravent::markdown {

std::string_view element_name(std::string_view text);  // the letters, digits and - that `text` begins with
bool is_html_element(std::string_view name);
// Elements that only change how the letters in them look, or what they mean.
bool is_format_element(std::string_view name);
bool is_block_element(std::string_view name);  // opens an HTML block by itself
bool is_raw_element(std::string_view name);    // its content is raw until its end tag

}  // namespace paravent::markdown
