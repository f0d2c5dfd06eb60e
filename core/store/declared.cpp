#include "store/declared.hpp"

#include <algorithm>

#include "store/bytes.hpp"
#include "store/failures.hpp"
#include "store/seal.hpp"

namespace paravent::store {
namespace {

std::string place_of_key(std::string_view scope, std::string_view id) {
  return joined({"declared key", scope, id});
}
std::string place_of_name(std::string_view scope, std::string_view id) {
  return joined({"declared", scope, id});
}

}  // namespace

std::string Declared::hash_of(std::string_view scope, std::string_view name) const {
  return keyed_hash(keys_.look_up, {"declared", scope, folded_form(name)});
}

void Declared::add(std::string_view folder, std::string_view name) {
  const std::string id = random_id();
  const Key key = Key::random();
  database_
      .prepare("INSERT OR IGNORE INTO declared(id, scope, hash, wrapped_key, sealed) VALUES(?, ?, ?, ?, ?)")
      .text(id)
      .text(folder)
      .blob(hash_of(folder, name))
      .blob(wrap(keys_.wrapping, key, place_of_key(folder, id)))
      .blob(seal(key, name, place_of_name(folder, id)))
      .run();
}

std::optional<std::string> Declared::open(const Statement& row) const {
  const std::string id = row.bytes_at(0);
  const std::string scope = row.bytes_at(1);
  const auto key = unwrap(keys_.wrapping, row.bytes_at(2), place_of_key(scope, id));
  if (!key) return std::nullopt;
  return open_sealed(*key, row.bytes_at(3), place_of_name(scope, id));
}

text::Result<std::vector<DeclaredPerson>> Declared::in_folder(std::string_view folder) {
  std::vector<DeclaredPerson> out;
  Statement asked = database_.prepare(
      "SELECT id, scope, wrapped_key, sealed FROM declared WHERE scope='' OR scope=? ORDER BY seq");
  asked.text(folder);
  while (asked.row()) {
    auto name = open(asked);
    if (!name) return damaged(database_.path());
    out.push_back({asked.bytes_at(0), std::move(*name), asked.bytes_at(1).empty()});
  }
  if (auto failed = database_.take_failure()) return *failed;
  return out;
}

text::Result<std::vector<std::pair<std::string, std::string>>> Declared::everywhere() {
  std::vector<std::pair<std::string, std::string>> out;
  Statement asked = database_.prepare("SELECT id, scope, wrapped_key, sealed FROM declared ORDER BY seq");
  while (asked.row()) {
    auto name = open(asked);
    if (!name) return damaged(database_.path());
    out.emplace_back(asked.bytes_at(1), std::move(*name));
  }
  if (auto failed = database_.take_failure()) return *failed;
  return out;
}

std::vector<std::string> names_of_list(std::string_view list) {
  std::vector<std::string> out;
  constexpr std::string_view around = " \t\r,;";
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    std::string_view line = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    const auto trim = [&] {
      line.remove_prefix(std::min(line.find_first_not_of(around), line.size()));
      line = line.substr(0, line.find_last_not_of(around) + 1);
    };
    trim();
    if (line.starts_with("- ") || line.starts_with("* ")) line.remove_prefix(2);
    trim();
    if (!line.empty() && line.front() != '#') out.emplace_back(line);
  }
  return out;
}

}  // namespace paravent::store
