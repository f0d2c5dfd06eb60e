// Pairs the marks of emphasis (* _ ~~ ==) by CommonMark's rules for delimiter runs, with a stack that is
// looked through once only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "markdown/region.hpp"

namespace paravent::markdown {

class EmphasisMarks {
 public:
  static constexpr std::size_t max_marks = 1U << 16U;

  void clear() { marks_.clear(); }
  std::size_t size() const { return marks_.size(); }
  bool full() const { return marks_.size() >= max_marks; }

  // Notes the run of marks at `at` and returns its end.
  std::size_t read_run(std::string_view text, std::size_t at);
  // Pairs the marks noted since there were `bottom` of them, appends what they enclose, and forgets them.
  void pair(std::size_t bottom, std::vector<Region>& out);

 private:
  struct Mark {
    std::size_t begin = 0;
    std::size_t length = 0;
    std::size_t original = 0;
    char byte = '*';
    bool opens = false;
    bool closes = false;
  };
  void close(Mark& closer, std::vector<Region>& out);
  static std::size_t bound_slot(const Mark& closer);
  static bool fit(const Mark& opener, const Mark& closer);

  std::vector<Mark> marks_;
  std::vector<std::size_t> open_;          // indices of marks that can still open
  std::array<std::size_t, 24> bottoms_{};  // below it, `open_` holds nothing for this kind of closer
};

}  // namespace paravent::markdown
