// The vault on a second machine: one sealed file, opened by a passphrase of its own. Ignored findings and
// undo records stay behind: they are hashes and keys of this vault alone. So do aliases of those who were
// forgotten.
#include <algorithm>

#include "store/backups.hpp"
#include "store/bytes.hpp"
#include "store/erase.hpp"
#include "store/failures.hpp"
#include "store/seal.hpp"
#include "store/vault_state.hpp"
#include "text/wording.hpp"

namespace paravent::store {
namespace {

using text::Result;

constexpr std::string_view magic = "paravent-export ";
constexpr std::string_view version = "1\n";

struct Travelling {
  std::string folder;
  Entry entry;
  Moment moment;
};

void write(Writer& out, const Travelling& one) {
  const Entry& entry = one.entry;
  out.text(one.folder).text(entry.id).text(policy::code_of(entry.category)).text(code_of(entry.style));
  out.text(entry.canonical).texts(entry.forms).number(static_cast<std::uint64_t>(entry.sex));
  out.number(static_cast<std::uint64_t>(entry.article));
  out.text(entry.alias).texts(entry.former_aliases).number(static_cast<std::uint64_t>(one.moment.seconds));
}

std::optional<Travelling> read(Reader& in) {
  Travelling out;
  out.folder = in.text();
  out.entry.id = in.text();
  const auto category = policy::category_of(in.text());
  const auto style = alias_style_of(in.text());
  out.entry.canonical = in.text();
  out.entry.forms = in.texts();
  out.entry.sex = static_cast<knowledge::Sex>(in.number());
  out.entry.article = static_cast<anonymise::OwnArticle>(in.number());
  out.entry.alias = in.text();
  out.entry.former_aliases = in.texts();
  out.moment.seconds = static_cast<std::int64_t>(in.number());
  if (!in.sound() || !category || !style) return std::nullopt;
  out.entry.category = *category;
  out.entry.style = *style;
  return out;
}

// Pairs of texts, as two columns of a table.
void write_pairs(Writer& out, Statement asked) {
  std::vector<std::string> pairs;
  while (asked.row()) {
    pairs.push_back(asked.bytes_at(0));
    pairs.push_back(asked.bytes_at(1));
  }
  out.texts(pairs);
}

std::string header_of(const Stretching& how) {
  return std::string(magic).append(version) +
         Writer().text(how.salt).number(how.passes).number(how.memory).take();
}

Result<std::string> open_file(std::string_view bytes, std::string_view passphrase) {
  if (!bytes.starts_with(magic)) return failure(say::no_export);
  std::string_view rest = bytes.substr(magic.size());
  if (!rest.starts_with(version)) return failure(say::newer_export);
  rest.remove_prefix(version.size());
  Reader reader(rest);
  Stretching how;
  how.salt = reader.text();
  how.passes = reader.number();
  how.memory = reader.number();
  if (!reader.sound()) return failure(say::no_export);
  const std::string header = header_of(how);
  const auto key = stretch(passphrase, how);
  if (!key) return key.failure();
  auto plain = open_sealed(*key, bytes.substr(header.size()), header);
  if (!plain) return failure(say::wrong_export_passphrase);
  return std::move(*plain);
}

enum class Fate { Added, Updated, Left, Clash };

class Import {
 public:
  Import(Database& database, Entities& entities) : database_(database), entities_(entities) {}

  Result<Fate> take(const Travelling& one) {
    Statement gone = database_.prepare("SELECT 1 FROM forgotten WHERE id=?");
    gone.text(one.entry.id);
    if (gone.row()) return Fate::Left;
    const auto found = entities_.find(one.entry.id);
    if (!found) return found.failure();
    if (!*found) return add(one);
    const Entry& there = (*found)->entry;
    if ((*found)->folder != one.folder || there.category != one.entry.category ||
        there.style != one.entry.style) {
      return failure(say::no_export);
    }
    Statement asked = database_.prepare("SELECT moment FROM entities WHERE id=?");
    asked.text(there.id);
    if (!asked.row() || asked.number_at(0) >= one.moment.seconds) return Fate::Left;
    if (clashes(one, &there)) return Fate::Clash;
    entities_.update(one.folder, one.entry, entities_.touch(one.folder), one.moment);
    return Fate::Updated;
  }

 private:
  Fate add(const Travelling& one) {
    if (clashes(one, nullptr)) return Fate::Clash;
    entities_.insert(one.folder, one.entry, entities_.touch(one.folder), one.moment);
    return Fate::Added;
  }
  // One of its aliases, present or former, was given to somebody else here.
  bool clashes(const Travelling& one, const Entry* there) {
    std::vector<std::string> own;
    if (there != nullptr) {
      own = there->former_aliases;
      own.push_back(there->alias);
    }
    std::vector<std::string> asked = one.entry.former_aliases;
    asked.push_back(one.entry.alias);
    for (const std::string& alias : asked) {
      if (std::find(own.begin(), own.end(), alias) != own.end()) continue;
      if (entities_.alias_was_given(one.folder, one.entry.style, alias)) return true;
    }
    return false;
  }

  Database& database_;
  Entities& entities_;
};

text::Failure clash_failure(std::int64_t count) {
  const std::string number = std::to_string(count);
  return {text::fill(say::import_clash, text::Language::French, {number}),
          text::fill(say::import_clash, text::Language::English, {number})};
}

}  // namespace

Result<std::string> Vault::export_sealed(std::string_view passphrase, const Stretching& stretching) {
  State& state = *state_;
  const auto key = stretch(passphrase, stretching);
  if (!key) return key.failure();
  const Transaction all(state.database);  // one moment of the vault
  Writer out;
  Statement asked = state.database.prepare("SELECT id, moment FROM entities ORDER BY seq");
  std::vector<std::pair<std::string, Moment>> ids;
  while (asked.row()) ids.push_back({asked.bytes_at(0), {asked.number_at(1)}});
  out.number(ids.size());
  for (const auto& [id, moment] : ids) {
    auto found = state.entities.find(id);
    if (!found) return found.failure();
    if (!*found) return state.trouble();
    write(out, {(*found)->folder, std::move((*found)->entry), moment});
  }
  write_pairs(out, state.database.prepare("SELECT id, ancestor FROM ancestors"));
  write_pairs(out, state.database.prepare("SELECT id, '' FROM forgotten"));
  const auto declared = Declared(state.database, state.keys).everywhere();
  if (!declared) return declared.failure();
  std::vector<std::string> names;
  for (const auto& [scope, name] : *declared) names.insert(names.end(), {scope, name});
  out.texts(names);
  if (auto failed = state.database.take_failure()) return *failed;
  const std::string header = header_of(stretching);
  std::string plain = out.take();
  std::string sealed = header + seal(*key, plain, header);
  wipe(plain);
  return sealed;
}

Result<Vault::Imported> Vault::import_sealed(std::string_view bytes, std::string_view passphrase,
                                             Moment now) {
  State& state = *state_;
  auto plain = open_file(bytes, passphrase);
  if (!plain) return plain.failure();
  const auto safe = back_up_once_a_day(state.places, state.database, now);
  if (!safe) return safe.failure();
  Reader in(*plain);
  Imported out;
  {
    Transaction all(state.database);
    std::int64_t clashes = 0;
    Import import(state.database, state.entities);
    for (std::uint64_t left = in.number(); left > 0; --left) {
      const auto one = read(in);
      if (!one) return failure(say::no_export);
      const auto fate = import.take(*one);
      if (!fate) return fate.failure();
      out.added += *fate == Fate::Added;
      out.updated += *fate == Fate::Updated;
      clashes += *fate == Fate::Clash;
    }
    const std::vector<std::string> ancestors = in.texts();
    const std::vector<std::string> forgotten = in.texts();
    const std::vector<std::string> declared = in.texts();
    if (!in.whole() || ancestors.size() % 2 + forgotten.size() % 2 + declared.size() % 2 != 0) {
      return failure(say::no_export);
    }
    if (clashes > 0) return clash_failure(clashes);
    for (std::size_t i = 0; i < ancestors.size(); i += 2) {
      state.database.prepare("INSERT OR IGNORE INTO ancestors VALUES(?, ?)")
          .text(ancestors[i])
          .text(ancestors[i + 1])
          .run();
    }
    for (std::size_t i = 0; i < forgotten.size(); i += 2) {
      // A folder that lives here is not forgotten because another machine once did without it.
      if (state.entities.generation_of(forgotten[i]) == 0) erase(state.database, forgotten[i]);
    }
    state.entities.drop_read();
    for (std::size_t i = 0; i < declared.size(); i += 2) {
      Declared(state.database, state.keys).add(declared[i], declared[i + 1]);
    }
    state.database.run("UPDATE header SET scrub_pending=1");
    const auto done = all.commit();
    if (!done) return done.failure();
  }
  wipe(*plain);
  const auto scrubbed = scrub_backups(state.places, state.database);
  if (!scrubbed) return scrubbed.failure();
  return out;
}

}  // namespace paravent::store
