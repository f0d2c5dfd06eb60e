// People whom the coach named beforehand: masked wherever they stand, before any note has shown them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/database.hpp"
#include "store/entities.hpp"

namespace paravent::store {

struct DeclaredPerson {
  std::string id;
  std::string name;
  bool everywhere = false;  // in all folders
};

// An empty folder stands for all folders. Whoever calls holds a transaction to write.
class Declared {
 public:
  Declared(Database& database, const Keys& keys) : database_(database), keys_(keys) {}

  void add(std::string_view folder, std::string_view name);  // nothing for a name that is there
  // Those of all folders, and those of this one.
  text::Result<std::vector<DeclaredPerson>> in_folder(std::string_view folder);
  // Folder and name of all.
  text::Result<std::vector<std::pair<std::string, std::string>>> everywhere();

 private:
  std::optional<std::string> open(const Statement& row) const;
  std::string hash_of(std::string_view scope, std::string_view name) const;

  Database& database_;
  const Keys& keys_;
};

// The names of a list, a line each: blanks around them, empty lines, bullets and lines that begin with # do
// not count.
std::vector<std::string> names_of_list(std::string_view list);

}  // namespace paravent::store
