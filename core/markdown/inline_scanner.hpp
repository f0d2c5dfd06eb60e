// Inline markup of one leaf (paragraph, heading, cell …): links, wikilinks, code spans, emphasis, tags, HTML,
// math, footnotes. One pass with bounded look-ahead and no recursion: linear on any input.
//
// Differences from CommonMark, all of them on purpose:
// - a reference `[label]` alone is text: whether it is a link depends on a definition elsewhere in the note;
// - `$` behind a letter or digit never opens math, so that a price hides no name;
// - at most 80 backticks delimit a code span; parentheses in a link target nest at most 32 deep; an HTML tag
//   has a name of HTML and holds no second <; brackets nest at most 1 000 deep.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "markdown/emphasis.hpp"
#include "markdown/region.hpp"

namespace paravent::markdown {

// Whether a byte that can begin inline markup stands in the text.
bool has_inline_markup(std::string_view text);

class InlineScanner {
 public:
  // Appends the regions of `text`, offsets in it, in no order. Keeps its memory from call to call.
  void scan(std::string_view text, std::vector<Region>& out);
  // The same for the content of an HTML block: tags and comments only.
  void scan_html(std::string_view text, std::vector<Region>& out);

 private:
  struct Bracket {
    std::size_t at = 0;  // of [
    bool image = false;
    std::size_t marks = 0;  // emphasis marks before it
  };
  struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  // Where a byte sequence stands next: asked again and again, it is looked for once.
  struct Finder {
    std::string_view what;
    std::size_t from = 0;
    std::size_t found = 0;
    bool known = false;
  };
  static constexpr std::size_t max_backticks = 80;

  void start(std::string_view text, std::vector<Region>& out);
  void add(Span span, RegionKind kind);
  std::size_t find(Finder& finder, std::size_t from);
  char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  // Each reads the markup at `at` and returns where to go on.
  std::size_t read(std::size_t at);
  std::size_t read_code(std::size_t at);
  std::size_t read_math(std::size_t at);
  std::size_t read_tag(std::size_t at);
  std::size_t read_open_bracket(std::size_t at, bool image);
  std::size_t read_close_bracket(std::size_t at);
  std::size_t read_angle(std::size_t at);
  std::size_t read_marks(std::size_t at);
  // These return `at` if nothing is there.
  std::size_t read_wikilink(std::size_t at);
  std::size_t read_destination(std::size_t at);
  std::size_t read_label(std::size_t at);
  std::size_t read_autolink(std::size_t at);
  std::size_t read_html_tag(std::size_t at);

  void index_backticks(std::size_t from);
  std::size_t skip_space(std::size_t at) const;
  bool skip_target(std::size_t& at, Span& target);
  bool skip_title(std::size_t& at, Span& title);

  std::string_view text_;
  std::vector<Region>* out_ = nullptr;
  std::vector<Bracket> brackets_;
  std::size_t dead_brackets_ = 0;  // these can only open an image or a footnote: links do not nest
  EmphasisMarks marks_;
  std::array<std::size_t, max_backticks + 1> last_backticks_{};  // where the last run of each length ends
  bool backticks_indexed_ = false;
  Finder dollar_, dollars_, comment_end_, double_quote_, single_quote_;
};

}  // namespace paravent::markdown
