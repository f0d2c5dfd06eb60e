#include "store/entities.hpp"

#include <array>
#include <set>
#include <utility>

#include "store/bytes.hpp"
#include "store/failures.hpp"
#include "store/seal.hpp"
#include "text/unicode.hpp"

namespace paravent::store {
namespace {

using text::Result;

constexpr std::array<std::pair<std::string_view, AliasStyle>, 2> styles{
    {{"pseudonym", AliasStyle::Pseudonym}, {"fictitious", AliasStyle::Fictitious}}};

std::string place_of_key(std::string_view folder, std::string_view id) {
  return joined({"entity key", folder, id});
}
std::string place_of_content(std::string_view folder, const Entry& entry) {
  return joined({"entity", folder, entry.id, policy::code_of(entry.category), code_of(entry.style)});
}
std::string place_of_alias(std::string_view folder, const Entry& entry) {
  return joined({"alias", folder, entry.id, code_of(entry.style)});
}

std::string content_of(const Entry& entry) {
  Writer out;
  out.text(entry.canonical).texts(entry.forms).number(static_cast<std::uint64_t>(entry.sex));
  out.number(static_cast<std::uint64_t>(entry.article));
  return out.take();
}
std::string aliases_of(const Entry& entry) {
  Writer out;
  out.text(entry.alias).texts(entry.former_aliases);
  return out.take();
}

std::string alias_hash(const Keys& keys, std::string_view folder, AliasStyle style, std::string_view alias) {
  return keyed_hash(keys.look_up, {"alias", folder, code_of(style), folded_form(alias)});
}
std::string form_hash(const Keys& keys, std::string_view folder, const NewEntry& entry,
                      std::string_view form) {
  return keyed_hash(keys.look_up, {"form", folder, code_of(entry.style), policy::code_of(entry.category),
                                   folded_form(form)});
}

}  // namespace

std::string_view code_of(AliasStyle style) {
  return styles[static_cast<std::size_t>(style)].first;
}

std::optional<AliasStyle> alias_style_of(std::string_view code) {
  for (const auto& [known, style] : styles) {
    if (known == code) return style;
  }
  return std::nullopt;
}

Keys::Keys(const Key& vault) : wrapping(vault.derive("wrapping")), look_up(vault.derive("look-up")) {}

std::string folded_form(std::string_view form) {
  const std::string folded = text::fold(form);
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < folded.size();) {
    const text::Codepoint c = text::decode_at(folded, at);
    if (text::is_space(c.value) || c.value == U'\n' || c.value == U'\r' || c.value == U'\t') {
      blank = true;
    } else {
      if (blank && !out.empty()) out += ' ';
      blank = false;
      out.append(folded, at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::optional<Entry> Entities::open(const Statement& row, std::string_view folder) {
  Entry out;
  out.id = row.bytes_at(0);
  const auto category = policy::category_of(row.bytes_at(1));
  const auto style = alias_style_of(row.bytes_at(2));
  const auto key = unwrap(keys_.wrapping, row.bytes_at(3), place_of_key(folder, out.id));
  if (!category || !style || !key) return std::nullopt;
  out.category = *category;
  out.style = *style;
  const auto content = open_sealed(*key, row.bytes_at(4), place_of_content(folder, out));
  const auto aliases = open_sealed(*key, row.bytes_at(5), place_of_alias(folder, out));
  if (!content || !aliases) return std::nullopt;
  Reader read_content(*content);
  out.canonical = read_content.text();
  out.forms = read_content.texts();
  out.sex = static_cast<knowledge::Sex>(read_content.number());
  out.article = static_cast<anonymise::OwnArticle>(read_content.number());
  Reader read_aliases(*aliases);
  out.alias = read_aliases.text();
  out.former_aliases = read_aliases.texts();
  if (!read_content.whole() || !read_aliases.whole()) return std::nullopt;
  return out;
}

std::int64_t Entities::generation_of(std::string_view folder) {
  Statement asked = database_.prepare("SELECT generation FROM folders WHERE id=?");
  asked.text(folder);
  return asked.row() ? asked.number_at(0) : 0;
}

Result<std::optional<Entities::Found>> Entities::find(std::string_view id) {
  Statement asked =
      database_.prepare(std::string("SELECT ").append(entity_columns) + ", folder FROM entities WHERE id=?");
  asked.text(id);
  const bool there = asked.row();
  if (auto failed = database_.take_failure()) return *failed;
  if (!there) return std::optional<Found>();
  const std::string folder = asked.bytes_at(6);
  auto entry = open(asked, folder);
  if (!entry) return damaged(database_.path());
  return std::optional<Found>(Found{std::move(*entry), folder});
}

std::optional<Key> Entities::key_of(std::string_view folder, std::string_view id) {
  Statement asked = database_.prepare("SELECT wrapped_key FROM entities WHERE folder=? AND id=?");
  asked.text(folder).text(id);
  if (!asked.row()) return std::nullopt;
  return unwrap(keys_.wrapping, asked.bytes_at(0), place_of_key(folder, id));
}

std::int64_t Entities::touch(std::string_view folder) {
  database_
      .prepare(
          "INSERT INTO folders(id, generation) VALUES(?, 1) ON CONFLICT(id) DO UPDATE SET "
          "generation=generation+1")
      .text(folder)
      .run();
  // A folder that was forgotten and is used again is a folder like any other.
  database_.prepare("DELETE FROM forgotten WHERE id=?").text(folder).run();
  return generation_of(folder);
}

void Entities::insert(std::string_view folder, const Entry& entry, std::int64_t generation, Moment now) {
  const Key key = Key::random();
  database_
      .prepare(
          R"(INSERT INTO entities(id, folder, category, style, wrapped_key, sealed, alias, alias_hash, changed, moment)
                  VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?))")
      .text(entry.id)
      .text(folder)
      .text(policy::code_of(entry.category))
      .text(code_of(entry.style))
      .blob(wrap(keys_.wrapping, key, place_of_key(folder, entry.id)))
      .blob(seal(key, content_of(entry), place_of_content(folder, entry)))
      .blob(seal(key, aliases_of(entry), place_of_alias(folder, entry)))
      .blob(alias_hash(keys_, folder, entry.style, entry.alias))
      .number(generation)
      .number(now.seconds)
      .run();
  write_hashes(folder, entry);
}

void Entities::update(std::string_view folder, const Entry& entry, std::int64_t generation, Moment now) {
  const auto key = key_of(folder, entry.id);
  if (!key) return;
  database_
      .prepare(
          "UPDATE entities SET sealed=?, alias=?, alias_hash=?, changed=?, moment=? WHERE folder=? AND id=?")
      .blob(seal(*key, content_of(entry), place_of_content(folder, entry)))
      .blob(seal(*key, aliases_of(entry), place_of_alias(folder, entry)))
      .blob(alias_hash(keys_, folder, entry.style, entry.alias))
      .number(generation)
      .number(now.seconds)
      .text(folder)
      .text(entry.id)
      .run();
  database_.prepare("DELETE FROM forms WHERE entity=?").text(entry.id).run();
  write_hashes(folder, entry);
}

void Entities::write_hashes(std::string_view folder, const Entry& entry) {
  std::set<std::string> forms{form_hash(keys_, folder, entry, entry.canonical)};
  for (const std::string& form : entry.forms) forms.insert(form_hash(keys_, folder, entry, form));
  for (const std::string& hash : forms) {
    database_.prepare("INSERT INTO forms(entity, hash) VALUES(?, ?)").text(entry.id).blob(hash).run();
  }
  std::vector<std::string> aliases = entry.former_aliases;
  aliases.push_back(entry.alias);
  for (const std::string& alias : aliases) {
    database_.prepare("INSERT OR IGNORE INTO given_aliases(folder, hash) VALUES(?, ?)")
        .text(folder)
        .blob(alias_hash(keys_, folder, entry.style, alias))
        .run();
  }
}

bool Entities::alias_was_given(std::string_view folder, AliasStyle style, std::string_view alias) {
  Statement asked = database_.prepare("SELECT 1 FROM given_aliases WHERE folder=? AND hash=?");
  asked.text(folder).blob(alias_hash(keys_, folder, style, alias));
  return asked.row();
}

bool Entities::form_came_after(std::string_view folder, const NewEntry& like, std::string_view form,
                               std::int64_t seen) {
  Statement asked = database_.prepare(
      "SELECT 1 FROM forms JOIN entities ON entities.id=forms.entity WHERE forms.hash=? AND "
      "entities.changed>?");
  asked.blob(form_hash(keys_, folder, like, form)).number(seen);
  return asked.row();
}

}  // namespace paravent::store
