#include "store/database.hpp"

#include <sqlite3.h>

#include <utility>

#include "store/failures.hpp"

namespace paravent::store {
namespace {

constexpr int patience_ms = 5000;

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(Database& database, sqlite3_stmt* statement)
    : database_(database), statement_(statement) {}

void Statement::check(int code) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) database_.note_error(code);
}

Statement& Statement::number(std::int64_t value) {
  if (statement_) check(sqlite3_bind_int64(statement_.get(), ++bound_, value));
  return *this;
}

Statement& Statement::text(std::string_view value) {
  if (statement_) {
    check(sqlite3_bind_text64(statement_.get(), ++bound_, value.data(), value.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8));
  }
  return *this;
}

Statement& Statement::blob(std::string_view bytes) {
  // A null pointer would bind NULL instead of no bytes.
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  if (statement_)
    check(sqlite3_bind_blob64(statement_.get(), ++bound_, data, bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::null() {
  if (statement_) check(sqlite3_bind_null(statement_.get(), ++bound_));
  return *this;
}

bool Statement::row() {
  if (!statement_ || database_.failed()) return false;
  const int code = sqlite3_step(statement_.get());
  check(code);
  return code == SQLITE_ROW;
}

void Statement::run() {
  while (row()) {
  }
}

std::int64_t Statement::number_at(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::view_at(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (data == nullptr) return {};
  return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

std::string Statement::bytes_at(int column) const {
  return std::string(view_at(column));
}

bool Statement::has_at(int column, std::string_view bytes) const {
  return view_at(column) == bytes;
}

bool Statement::null_at(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Database::Database(sqlite3* database, std::filesystem::path path)
    : database_(database),
      error_(std::make_unique<int>(0)),
      path_(std::make_unique<std::filesystem::path>(std::move(path))) {}

text::Result<Database> Database::open(const std::filesystem::path& path, Journal journal) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr);
  Database out(handle, path);
  if (code != SQLITE_OK) return database_failure(code, path);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, patience_ms);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  for (const char* setting : {"PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON", "PRAGMA synchronous=FULL",
                              "PRAGMA temp_store=MEMORY", "PRAGMA mmap_size=0"}) {
    out.run(setting);
  }
  out.run_patiently(journal == Journal::WriteAhead ? "PRAGMA journal_mode=WAL"
                                                   : "PRAGMA journal_mode=DELETE");
  if (auto failed = out.take_failure()) return *failed;
  return out;
}

Statement Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (!failed()) {
    const int code =
        sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) note_error(code);
  }
  return {*this, statement};
}

void Database::run(std::string_view sql) {
  prepare(sql).run();
}

// SQLite does not wait for the process that makes the log, or that closes the database as the last one and
// takes the log away (sqlite.org/wal.html, "Sometimes Queries Return SQLITE_BUSY In WAL Mode").
void Database::run_patiently(std::string_view sql) {
  constexpr int pause_ms = 20;
  for (int waited = 0; waited < patience_ms; waited += pause_ms) {
    run(sql);
    constexpr int primary = 0xff;
    if ((*error_ & primary) != SQLITE_BUSY) return;
    *error_ = 0;
    sqlite3_sleep(pause_ms);
  }
  run(sql);
}

std::optional<text::Failure> Database::take_failure() {
  const int code = std::exchange(*error_, 0);
  if (code == 0) return std::nullopt;
  return database_failure(code, path());
}

void Database::note_error(int code) {
  if (*error_ == 0) *error_ = code;
}

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(database_.get()) == 0;
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!database_.in_transaction()) return;
  static_cast<void>(database_.take_failure());  // whoever left early has told why, or commit() has
  database_.run("ROLLBACK");
}

text::Result<Done> Transaction::commit() {
  database_.run("COMMIT");
  if (auto failed = database_.take_failure()) return *failed;
  return Done{};
}

void empty_log(Database& database) {
  database.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace paravent::store
