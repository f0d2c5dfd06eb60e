// What the beginning of a line can open: the recognisers of CommonMark's block starts, one function each.
// They read one line and keep no state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace paravent::markdown {

// Whether a text is that word, in whatever case.
bool same_word(std::string_view text, std::string_view lower);

inline bool is_blank_byte(char c) {
  return c == ' ' || c == '\t';
}

// All `rest` arguments begin at the first byte that is not a space and end before the line end.

struct FenceStart {
  char mark = '`';
  std::size_t length = 0;
};
std::optional<FenceStart> fence_start(std::string_view rest);
// Whether the info string of a fence says that it holds a prompt.
bool is_prompt(std::string_view info);
bool closes_fence(std::string_view rest, const FenceStart& fence);

// Number of # of an ATX heading, 0 if it is none.
std::size_t heading_level(std::string_view rest);
bool is_rule(std::string_view rest);              // ---, ***, ___ with spaces between
bool is_setext_underline(std::string_view rest);  // === or ---

struct ListMarker {
  char kind = '-';         // '-', '+', '*', '.', ')': items of one list share it
  std::size_t length = 0;  // bytes of the marker
  bool can_interrupt = true;
};
std::optional<ListMarker> list_marker(std::string_view rest);

// CommonMark's seven kinds of HTML block; 0 is none.
std::uint8_t html_kind(std::string_view rest);
bool html_ends(std::string_view line, std::uint8_t kind);  // kinds 1 to 5

// Number of cells of a delimiter row (`|---|:-:|`), 0 if the line is none. It holds at least one pipe.
std::size_t delimiter_cells(std::string_view rest);
std::size_t row_cells(std::string_view rest);

// Bytes of `[label]:` at the beginning, 0 if there is none. `footnote`: the label begins with ^.
std::size_t definition_label(std::string_view rest, bool& footnote);
// `[label]: target "title"` on one line.
enum class Definition : std::uint8_t { None, WithoutTitle, Complete };
Definition link_definition(std::string_view rest);
bool is_title_line(std::string_view rest);

}  // namespace paravent::markdown
