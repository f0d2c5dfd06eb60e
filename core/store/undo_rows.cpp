#include "store/undo_rows.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "store/bytes.hpp"
#include "store/erase.hpp"
#include "store/failures.hpp"
#include "store/seal.hpp"

namespace paravent::store {
namespace {

using text::Result;

// In the order that read() takes them.
constexpr std::string_view columns = "id, wrapped_key, moment, sealed";
constexpr std::int64_t day = std::int64_t{24} * 60 * 60;

std::string place_of_output(std::string_view folder, std::string_view record) {
  return joined({"undo output", folder, record});
}
std::string place_of_key(std::string_view folder, std::string_view record) {
  return joined({"undo key", folder, record});
}

// Where a piece belongs: it opens for no other record, place, start or entity.
struct Place {
  std::string record;
  std::int64_t number = 0;
  std::int64_t start = 0;

  std::string with(std::string_view entity) const {
    return joined({"undo piece", record, std::to_string(number), std::to_string(start), entity});
  }
};

std::string content_of(const UndoPiece& piece) {
  Writer out;
  out.text(piece.written).text(piece.original);
  return out.take();
}

struct RecordKey {
  std::string_view folder;
  const Key& key;
};

// False when it belongs to an entity that is not in the folder.
bool write_piece(Database& database, Entities& entities, const RecordKey& by, const Place& place,
                 const UndoPiece& piece) {
  Statement row =
      database.prepare("INSERT INTO undo_pieces(record, place, start, entity, sealed) VALUES(?, ?, ?, ?, ?)");
  row.text(place.record).number(place.number).number(place.start);
  if (piece.entity.empty()) {
    row.null();
  } else {
    row.text(piece.entity);
  }
  if (piece.forgotten) {
    row.null();
  } else {
    const auto own = piece.entity.empty() ? std::nullopt : entities.key_of(by.folder, piece.entity);
    if (!piece.entity.empty() && !own) return false;
    row.blob(seal(own ? *own : by.key, content_of(piece), place.with(piece.entity)));
  }
  row.run();
  return true;
}

std::string sealed_output(const Key& key, std::string_view text, std::uint64_t encoding,
                          const std::string& place) {
  return seal(key, Writer().text(text).number(encoding).take(), place);
}

// Lines stay lines, and what stands behind stays where it is.
void blot(std::string& text, const std::vector<text::ByteRange>& ranges) {
  for (const text::ByteRange& range : ranges) {
    for (std::size_t at = range.begin.value; at < range.end.value; ++at) {
      if (text[at] != '\n' && text[at] != '\r') text[at] = '*';
    }
  }
}

// True when there was something to take out.
bool take_out_of(UndoRecord& record, const NamesOf& names) {
  const auto there = names.any_in(record.text, NamesOf::Words::AsNames);
  blot(record.text, there);
  bool any = !there.empty();
  for (UndoPiece& piece : record.pieces) {
    // Whom a piece belongs to is known by a name of his own, which may share a word with hers.
    const bool hers = !(piece.entity.empty() ? names.any_in(piece.original, NamesOf::Words::InAnyCase)
                                             : names.whole_in(piece.original))
                           .empty();
    if (piece.forgotten || !hers) continue;
    piece = {piece.begin, "", "", piece.entity, true};
    any = true;
  }
  return any;
}

bool read_output(std::string_view content, UndoRecord& record) {
  Reader reader(content);
  record.text = reader.text();
  record.encoding = reader.number();
  return reader.whole();
}

bool is_undone_alike(const UndoRecord& a, const UndoRecord& b) {
  return a.encoding == b.encoding &&
         std::equal(a.pieces.begin(), a.pieces.end(), b.pieces.begin(), b.pieces.end(),
                    [](const UndoPiece& one, const UndoPiece& other) {
                      return one.begin == other.begin && one.original == other.original;
                    });
}

}  // namespace

std::string UndoRows::hash_of(std::string_view what, std::string_view folder, std::string_view value) const {
  return keyed_hash(keys_.look_up, {what, folder, value});
}

bool UndoRows::insert(std::string_view folder, std::string_view note, const UndoOutput& output,
                      const std::vector<UndoPiece>& pieces, Moment now) {
  const std::string id = random_id();
  const Key key = Key::random();
  database_
      .prepare(
          R"(INSERT INTO undo_records(id, folder, note_hash, output_hash, wrapped_key, sealed, moment, in_place)
                  VALUES(?, ?, ?, ?, ?, ?, ?, ?))")
      .text(id)
      .text(folder)
      .blob(hash_of("note", folder, note))
      .blob(hash_of("output", folder, output.bytes))
      .blob(wrap(keys_.wrapping, key, place_of_key(folder, id)))
      .blob(sealed_output(key, output.text, output.encoding, place_of_output(folder, id)))
      .number(now.seconds)
      .number(output.in_place ? 1 : 0)
      .run();
  Place place{id, 0, 0};
  for (const UndoPiece& piece : pieces) {
    place.start = static_cast<std::int64_t>(piece.begin);
    if (!write_piece(database_, entities_, {folder, key}, place, piece)) return false;
    ++place.number;
  }
  return true;
}

Result<std::optional<UndoRecord>> UndoRows::of_output(std::string_view folder, std::string_view note,
                                                      std::string_view output) {
  const std::string output_hash = hash_of("output", folder, output);
  Statement own = database_.prepare(std::string("SELECT ").append(columns).append(
      " FROM undo_records WHERE output_hash=? AND note_hash=? ORDER BY seq DESC LIMIT 1"));
  own.blob(output_hash).blob(hash_of("note", folder, note));
  auto found = read(std::move(own), folder);
  if (!found || *found) return found;
  return of_any_note(folder, output_hash);
}

Result<std::optional<UndoRecord>> UndoRows::of_any_note(std::string_view folder,
                                                        std::string_view output_hash) {
  std::vector<std::string> newest;
  {
    Statement asked = database_.prepare(
        R"(SELECT id FROM undo_records WHERE seq IN
           (SELECT MAX(seq) FROM undo_records WHERE output_hash=? GROUP BY note_hash) ORDER BY seq DESC)");
    asked.blob(output_hash);
    while (asked.row()) newest.push_back(asked.bytes_at(0));
  }
  std::optional<UndoRecord> out;
  for (const std::string& id : newest) {
    Statement asked =
        database_.prepare(std::string("SELECT ").append(columns).append(" FROM undo_records WHERE id=?"));
    asked.text(id);
    auto record = read(std::move(asked), folder);
    if (!record) return record;
    if (out && *record && !is_undone_alike(*out, **record)) return std::optional<UndoRecord>();
    if (!out) out = std::move(*record);
  }
  if (auto failed = database_.take_failure()) return *failed;
  return out;
}

Result<std::optional<UndoRecord>> UndoRows::of_note(std::string_view folder, std::string_view note) {
  Statement asked = database_.prepare(std::string("SELECT ").append(columns).append(
      " FROM undo_records WHERE note_hash=? ORDER BY seq DESC LIMIT 1"));
  asked.blob(hash_of("note", folder, note));
  return read(std::move(asked), folder);
}

Result<std::optional<UndoRecord>> UndoRows::before(std::string_view folder, std::string_view record) {
  Statement asked = database_.prepare(std::string("SELECT ").append(columns).append(
      R"( FROM undo_records WHERE note_hash=(SELECT note_hash FROM undo_records WHERE id=?1) AND
          seq<(SELECT seq FROM undo_records WHERE id=?1) ORDER BY seq DESC LIMIT 1)"));
  asked.text(record);
  return read(std::move(asked), folder);
}

// The hash of an output is that of its folder: one is made for each.
bool UndoRows::is_of_another_folder(std::string_view folder, std::string_view output) {
  std::vector<std::string> others;
  {
    Statement asked = database_.prepare("SELECT DISTINCT folder FROM undo_records WHERE folder<>?");
    asked.text(folder);
    while (asked.row()) others.push_back(asked.bytes_at(0));
  }
  return std::any_of(others.begin(), others.end(), [&](const std::string& other) {
    Statement asked = database_.prepare("SELECT 1 FROM undo_records WHERE output_hash=? LIMIT 1");
    asked.blob(hash_of("output", other, output));
    return asked.row();
  });
}

Result<Done> UndoRows::take_out(std::string_view folder, const NamesOf& names) {
  std::vector<std::string> ids;
  {
    Statement asked = database_.prepare("SELECT id FROM undo_records WHERE folder=?");
    asked.text(folder);
    while (asked.row()) ids.push_back(asked.bytes_at(0));
  }
  for (const std::string& id : ids) {
    Statement asked =
        database_.prepare(std::string("SELECT ").append(columns).append(" FROM undo_records WHERE id=?"));
    asked.text(id);
    auto record = read(std::move(asked), folder);
    if (!record) return record.failure();
    if (*record && take_out_of(**record, names)) make_anew(folder, **record);
  }
  if (auto failed = database_.take_failure()) return *failed;
  return Done{};
}

void UndoRows::make_anew(std::string_view folder, const UndoRecord& record) {
  const std::string id = random_id();
  const Key key = Key::random();
  database_
      .prepare(
          R"(INSERT INTO undo_records(id, folder, note_hash, output_hash, wrapped_key, sealed, moment, in_place)
                  SELECT ?, folder, note_hash, ?, ?, ?, moment, in_place FROM undo_records WHERE id=?)")
      .text(id)
      .blob(random_bytes(key_size))
      .blob(wrap(keys_.wrapping, key, place_of_key(folder, id)))
      .blob(sealed_output(key, record.text, record.encoding, place_of_output(folder, id)))
      .text(record.id)
      .run();
  Place place{id, 0, 0};
  for (const UndoPiece& piece : record.pieces) {
    place.start = static_cast<std::int64_t>(piece.begin);
    // It was read with the key of whom it belongs to: the entity is there.
    write_piece(database_, entities_, {folder, key}, place, piece);
    ++place.number;
  }
  std::int64_t turn = 0;
  {
    Statement asked = database_.prepare("SELECT seq FROM undo_records WHERE id=?");
    asked.text(record.id);
    if (asked.row()) turn = asked.number_at(0);
  }
  erase(database_, record.id);
  database_.prepare("UPDATE undo_records SET seq=? WHERE id=?").number(turn).text(id).run();
}

Result<std::optional<UndoRecord>> UndoRows::read(Statement asked, std::string_view folder) {
  const bool there = asked.row();
  if (auto failed = database_.take_failure()) return *failed;
  if (!there) return std::optional<UndoRecord>();
  UndoRecord out;
  out.id = asked.bytes_at(0);
  out.made.seconds = asked.number_at(2);
  const auto key = unwrap(keys_.wrapping, asked.bytes_at(1), place_of_key(folder, out.id));
  const auto output =
      key ? open_sealed(*key, asked.bytes_at(3), place_of_output(folder, out.id)) : std::nullopt;
  const bool whole = output && read_output(*output, out) && read_pieces(out, folder, *key);
  if (auto failed = database_.take_failure()) return *failed;
  if (!whole) return damaged(database_.path());
  return std::optional<UndoRecord>(std::move(out));
}

bool UndoRows::read_pieces(UndoRecord& record, std::string_view folder, const Key& key) {
  Statement asked =
      database_.prepare("SELECT place, start, entity, sealed FROM undo_pieces WHERE record=? ORDER BY place");
  asked.text(record.id);
  while (asked.row()) {
    UndoPiece piece;
    const Place place{record.id, asked.number_at(0), asked.number_at(1)};
    piece.begin = static_cast<std::uint64_t>(place.start);
    piece.entity = asked.bytes_at(2);
    piece.forgotten = asked.null_at(3);
    if (!piece.forgotten) {
      const auto own = piece.entity.empty() ? std::nullopt : entities_.key_of(folder, piece.entity);
      if (!piece.entity.empty() && !own) return false;
      const auto content = open_sealed(own ? *own : key, asked.bytes_at(3), place.with(piece.entity));
      if (!content) return false;
      Reader reader(*content);
      piece.written = reader.text();
      piece.original = reader.text();
      if (!reader.whole()) return false;
    }
    record.pieces.push_back(std::move(piece));
  }
  return true;
}

void UndoRows::prune(std::string_view folder, std::string_view note, const UndoLimits& limits, Moment now) {
  // What a note has become in place may be all that is left of it.
  database_
      .prepare(R"(DELETE FROM undo_records WHERE moment<? AND NOT (in_place=1 AND seq IN
                  (SELECT MAX(seq) FROM undo_records WHERE in_place=1 GROUP BY note_hash)))")
      .number(now.seconds - limits.days * day)
      .run();
  const std::string hash = hash_of("note", folder, note);
  database_
      .prepare(R"(DELETE FROM undo_records WHERE note_hash=?1 AND seq NOT IN
                  (SELECT seq FROM undo_records WHERE note_hash=?1 ORDER BY seq DESC LIMIT ?2) AND seq IS NOT
                  (SELECT MAX(seq) FROM undo_records WHERE note_hash=?1 AND in_place=1))")
      .blob(hash)
      .number(limits.records_per_note)
      .run();
}

bool UndoRows::hand_over(std::string_view folder, std::string_view entity,
                         const std::function<std::string_view(std::string_view original)>& heir_of) {
  const auto key = entities_.key_of(folder, entity);
  if (!key) return false;
  Statement asked = database_.prepare(
      "SELECT record, place, start, sealed FROM undo_pieces WHERE entity=? AND sealed IS NOT NULL");
  asked.text(entity);
  std::vector<std::pair<Place, std::string>> pieces;
  while (asked.row()) {
    pieces.push_back({{asked.bytes_at(0), asked.number_at(1), asked.number_at(2)}, asked.bytes_at(3)});
  }
  for (const auto& [place, sealed] : pieces) {
    const auto content = open_sealed(*key, sealed, place.with(entity));
    if (!content) return false;
    Reader reader(*content);
    reader.text();
    const std::string heir(heir_of(reader.text()));
    const auto new_key = entities_.key_of(folder, heir);
    if (!new_key) return false;
    database_.prepare("UPDATE undo_pieces SET entity=?, sealed=? WHERE record=? AND place=?")
        .text(heir)
        .blob(seal(*new_key, *content, place.with(heir)))
        .text(place.record)
        .number(place.number)
        .run();
  }
  return true;
}

}  // namespace paravent::store
