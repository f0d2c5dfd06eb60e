// SQLite in a few lines: a database that remembers its first error, statements, and transactions that are
// taken back unless they are committed.
//
//   Transaction all(database);
//   database.prepare("INSERT INTO folders(id) VALUES(?)").text(id).run();
//   return all.commit();  // the first error of any statement since, or done
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/files.hpp"
#include "text/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace paravent::store {

using platform::Done;

class Database;

// Values are bound from left to right. After an error of the database, nothing is done and no row is there.
class Statement {
 public:
  Statement& number(std::int64_t value);
  Statement& text(std::string_view value);
  Statement& blob(std::string_view bytes);
  Statement& null();

  bool row();  // goes to the next row; false when there is none
  void run();  // to the end
  std::int64_t number_at(int column) const;
  std::string bytes_at(int column) const;  // of a text or blob
  bool has_at(int column, std::string_view bytes) const;
  bool null_at(int column) const;

 private:
  std::string_view view_at(int column) const;  // until the next row
  void run_patiently(std::string_view sql);    // outside of a transaction: again while the database is busy
  friend class Database;
  Statement(Database& database, sqlite3_stmt* statement);
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void check(int code);

  Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

class Database {
 public:
  enum class Journal { WriteAhead, Rollback };
  // The file must be there (an empty one is a new database). Settings: foreign keys, secure_delete, full
  // sync, five seconds of patience with other processes.
  static text::Result<Database> open(const std::filesystem::path& path, Journal journal);

  Statement prepare(std::string_view sql);
  void run(std::string_view sql);  // one statement without values
  const std::filesystem::path& path() const { return *path_; }

  // The first error since it was last taken.
  std::optional<text::Failure> take_failure();
  void note_error(int code);
  bool failed() const { return *error_ != 0; }
  bool in_transaction() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  Database(sqlite3* database, std::filesystem::path path);
  void run_patiently(std::string_view sql);  // outside of a transaction: again while the database is busy

  // Behind pointers, so that statements keep their place when the database is moved.
  std::unique_ptr<sqlite3, Close> database_;
  std::unique_ptr<int> error_;
  std::unique_ptr<std::filesystem::path> path_;
};

// One writer at a time over all processes (BEGIN IMMEDIATE).
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  // On disk when it returns without a failure; taken back otherwise.
  text::Result<Done> commit();

 private:
  Database& database_;
};

// Outside of a transaction: what the write-ahead log still holds of rows as they were goes, unless somebody
// else reads just then.
void empty_log(Database& database);

}  // namespace paravent::store
