#include "store/header.hpp"

#include "store/bytes.hpp"

namespace paravent::store {

std::optional<Header> read_header(Database& database) {
  Statement asked = database.prepare(
      "SELECT vault, source, salt, passes, memory, wrapped_key, recovery_wrapped_key, recovery_shown FROM "
      "header");
  if (!asked.row()) return std::nullopt;
  Header out;
  const auto source = key_source_of(asked.bytes_at(1));
  if (!source) return std::nullopt;
  out.source = *source;
  out.details.vault = asked.bytes_at(0);
  out.details.stretching = {asked.bytes_at(2), static_cast<std::uint64_t>(asked.number_at(3)),
                            static_cast<std::uint64_t>(asked.number_at(4))};
  out.wrapped_key = asked.bytes_at(5);
  out.recovery_wrapped_key = asked.bytes_at(6);
  out.recovery_shown = asked.number_at(7) != 0;
  return out;
}

void write_header(Database& database, const Header& header) {
  database
      .prepare(
          R"(INSERT INTO header(one, vault, source, salt, passes, memory, wrapped_key, recovery_wrapped_key,
                    recovery_shown, last_backup, scrub_pending) VALUES(1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
                  ON CONFLICT(one) DO UPDATE SET source=excluded.source, salt=excluded.salt, passes=excluded.passes,
                    memory=excluded.memory, wrapped_key=excluded.wrapped_key,
                    recovery_wrapped_key=excluded.recovery_wrapped_key, recovery_shown=excluded.recovery_shown)")
      .text(header.details.vault)
      .text(code_of(header.source))
      .blob(header.details.stretching.salt)
      .number(static_cast<std::int64_t>(header.details.stretching.passes))
      .number(static_cast<std::int64_t>(header.details.stretching.memory))
      .blob(header.wrapped_key)
      .blob(header.recovery_wrapped_key)
      .number(header.recovery_shown ? 1 : 0)
      .run();
}

// Asked and closed: a read that stays open would keep VACUUM and the emptying of the log waiting.
std::int64_t header_number(Database& database, std::string_view column) {
  Statement asked = database.prepare(std::string("SELECT ").append(column).append(" FROM header"));
  return asked.row() ? asked.number_at(0) : 0;
}

std::string place_of_key(const Header& header) {
  return joined({"vault key", header.details.vault, code_of(header.source)});
}

std::string place_of_recovery(const Header& header) {
  return joined({"vault key", header.details.vault, "recovery"});
}

}  // namespace paravent::store
