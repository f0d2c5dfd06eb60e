// The entries of a folder, kept from one question to the next.
//
// They are never stale: SQLite counts what other connections write (PRAGMA data_version), and the folder
// counts what this one does. Where neither count moved the rows are as they were read; what was followed
// moved the second one by itself.
#include <utility>

#include "store/entities.hpp"
#include "store/failures.hpp"

namespace paravent::store {

using text::Result;

bool Entities::Row::is(const Statement& row) const {
  return row.has_at(1, category) && row.has_at(2, style) && row.has_at(3, wrapped_key) &&
         row.has_at(4, sealed) && row.has_at(5, alias);
}

void Entities::Read::put(Entry entry, Row row) {
  const auto [found, fresh] = places.emplace(entry.id, known->entries.size());
  const std::size_t place = found->second;
  if (fresh) {
    known->entries.push_back(std::move(entry));
    rows.push_back(std::move(row));
  } else {
    known->entries[place] = std::move(entry);
    rows[place] = std::move(row);
  }
  known->changes.push_back(place);
}

std::int64_t Entities::version_of_data() {
  Statement asked = database_.prepare("PRAGMA data_version");
  return asked.row() ? asked.number_at(0) : 0;
}

Result<SharedKnown> Entities::in_folder(std::string_view folder) {
  // In this order: what is written while rows are read makes them read once more, at the worst.
  const std::int64_t version = version_of_data();
  const std::int64_t generation = generation_of(folder);
  if (auto failed = database_.take_failure()) return *failed;
  const bool same = read_.known && read_.folder == folder && read_.version == version &&
                    read_.known->generation == generation;
  if (same) return SharedKnown(read_.known);
  auto read = read_anew(folder);
  // Of other folders, and of what could not be read, nothing is kept.
  read_ = read ? std::move(*read) : Read{};
  if (!read) return read.failure();
  read_.version = version;
  read_.known->generation = generation;
  return SharedKnown(read_.known);
}

// Rows that are as they were are not opened again. As long as none is gone, what was read goes on.
Result<Entities::Read> Entities::read_anew(std::string_view folder) {
  Read before = std::exchange(read_, Read{});
  if (!before.known || before.folder != folder)
    before = {std::string(folder), 0, std::make_shared<Known>(), {}, {}};
  struct Now {
    std::optional<std::size_t> place;  // where it stood
    std::optional<Entry> entry;        // of a row that is another or new
    Row row;
  };
  std::vector<Now> all;
  Statement asked =
      database_.prepare(std::string("SELECT ").append(entity_columns) +
                        " FROM entities WHERE seq IN (SELECT seq FROM entities WHERE folder=?) ORDER BY seq");
  asked.text(folder);
  while (asked.row()) {
    Now& now = all.emplace_back();
    const auto stood = before.places.find(asked.bytes_at(0));
    if (stood != before.places.end()) now.place = stood->second;
    if (now.place && before.rows[*now.place].is(asked)) continue;
    now.entry = open(asked, folder);
    if (!now.entry) return damaged(database_.path());
    now.row = {asked.bytes_at(1), asked.bytes_at(2), asked.bytes_at(3), asked.bytes_at(4), asked.bytes_at(5)};
  }
  if (auto failed = database_.take_failure()) return *failed;
  bool goes_on = all.size() >= before.rows.size();
  for (std::size_t i = 0; i < before.rows.size() && goes_on; ++i) goes_on = all[i].place == i;
  if (goes_on) {
    Read out = std::move(before);
    for (Now& now : all) {
      if (now.entry) out.put(*std::move(now.entry), std::move(now.row));
    }
    return out;
  }
  Read out{std::string(folder), 0, std::make_shared<Known>(), {}, {}};
  for (Now& now : all) {
    if (now.entry) {
      out.put(*std::move(now.entry), std::move(now.row));
    } else {
      out.put(before.known->entries[*now.place], std::move(before.rows[*now.place]));
    }
  }
  return out;
}

void Entities::follow(std::string_view folder, std::int64_t generation, const std::vector<Entry>& changed) {
  // Where anything else was written in between, the next question reads anew.
  const bool next = read_.known && read_.folder == folder && read_.known->generation + 1 == generation &&
                    read_.version == version_of_data();
  if (!next) return;
  // Kept only once it has followed: where memory runs out half-way, all is read anew.
  Read read = std::exchange(read_, Read{});
  for (const Entry& entry : changed) read.put(entry, Row{});
  read.known->generation = generation;
  read_ = std::move(read);
}

}  // namespace paravent::store
