// Invented names that stand for real ones, and the short forms in which they are written.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anonymise/person_shape.hpp"
#include "anonymise/plan.hpp"

namespace paravent::anonymise {

struct WrittenName {
  std::size_t begin = 0;
  std::size_t end = 0;
  const Alias* alias = nullptr;  // nullptr: two bear it
  NameShape shape = NameShape::Whole;
  bool in_capitals = false;  // the surname, in "VAUREMONT Lucie"
  std::string_view joint;    // "lucie-vauremont": "-"
  bool lower = false;
};

// Finds them where they are written, so that the real names can come back.
class InventedNames {
 public:
  // `all` are the aliases of the folder, whose real names are never taken for invented ones.
  InventedNames(const std::vector<const Alias*>& fictitious, const std::vector<Alias>& all);

  bool empty() const { return forms_.empty() && exact_.empty(); }
  std::optional<WrittenName> at(std::string_view text, std::size_t begin) const;

 private:
  struct Form {
    const Alias* alias = nullptr;
    NameShape shape = NameShape::Whole;
  };
  void add(const std::string& form, const Alias& alias, NameShape shape);
  std::optional<WrittenName> exact_at(std::string_view text, std::size_t begin) const;

  std::map<std::string, Form> forms_;  // by its words, folded
  std::vector<const Alias*> exact_;    // numbers, addresses: written in one way
  std::size_t most_words_ = 1;
};

}  // namespace paravent::anonymise
