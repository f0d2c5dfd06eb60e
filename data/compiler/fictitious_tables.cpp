#include "fictitious_tables.hpp"

#include "knowledge/fictitious.hpp"
#include "read_tables.hpp"
#include "text/unicode.hpp"

namespace paravent::data {
namespace {

using knowledge::NameEnd;
using knowledge::NamePart;
using knowledge::Sex;

std::uint32_t sex_of(const Row& row) {
  const std::string& sex = row["sex"];
  if (sex == "f") return static_cast<std::uint32_t>(Sex::Feminine);
  if (sex == "m") return static_cast<std::uint32_t>(Sex::Masculine);
  if (sex == "x") return static_cast<std::uint32_t>(Sex::Either);
  fail(row.where() + ": no such sex: " + sex);
}

std::uint16_t part_of(const Row& row) {
  if (row["part"] == "given") return static_cast<std::uint16_t>(NamePart::Given);
  if (row["part"] == "surname") return static_cast<std::uint16_t>(NamePart::Surname);
  fail(row.where() + ": no such part of a name: " + row["part"]);
}

std::uint16_t end_of(const Row& row) {
  if (row["where"] == "whole") return static_cast<std::uint16_t>(NameEnd::Whole);
  if (row["where"] == "start") return static_cast<std::uint16_t>(NameEnd::Start);
  if (row["where"] == "end") return static_cast<std::uint16_t>(NameEnd::End);
  fail(row.where() + ": no such place in a word: " + row["where"]);
}

}  // namespace

void read_fictitious(const std::string& folder, Lexemes& lexemes, PhraseTables& tables) {
  const auto string = [&tables](const std::string& text) { return tables.strings.add(text); };
  read_rows(folder + "/fictitious_surnames.tsv", [&](const Row& row) {
    knowledge::Lexeme& lexeme = lexemes[text::fold(row["surname"])];
    if (lexeme.known()) fail(row.where() + ": another table has " + row["surname"]);
    lexeme.fictitious_surname = true;
    tables.fictitious_surnames.push_back({string(row["surname"]), string(row["origin"])});
  });
  read_rows(folder + "/fictitious_given_names.tsv", [&](const Row& row) {
    lexemes[text::fold(row["given"])].fictitious_given = true;
    tables.fictitious_given_names.push_back({string(row["given"]), string(row["origin"]), sex_of(row)});
  });
  read_rows(folder + "/name_origins.tsv", [&](const Row& row) {
    tables.name_origins.push_back(
        {string(text::fold(row["letters"])), string(row["origin"]), part_of(row), end_of(row)});
  });
}

}  // namespace paravent::data
