#include "share_tables.hpp"

#include <array>
#include <string_view>

#include "knowledge/shares.hpp"
#include "read_tables.hpp"

namespace paravent::data {
namespace {

using knowledge::FactKind;

FactKind kind_of(const Row& row) {
  struct Named {
    std::string_view name;
    FactKind kind;
  };
  constexpr std::array kinds{Named{"career", FactKind::Career}, Named{"employer", FactKind::Employer},
                             Named{"event", FactKind::Event},   Named{"family", FactKind::Family},
                             Named{"health", FactKind::Health}, Named{"honour", FactKind::Honour},
                             Named{"place", FactKind::Place}};
  for (const Named& one : kinds) {
    if (one.name == row["kind"]) return one.kind;
  }
  fail(row.where() + ": no such kind of fact: " + row["kind"]);
}

// "un grand groupe de luxe" → its words without the article.
PhraseTables::Words without_article(const std::string& phrase) {
  PhraseTables::Words words = words_of(phrase);
  if (!words.empty()) words.erase(words.begin());
  return words;
}

class ShareReader {
 public:
  ShareReader(std::string folder, PhraseTables& tables) : folder_(std::move(folder)), tables_(tables) {}

  void read() {
    read_rows(folder_ + "/shares.tsv", [this](const Row& row) { add_share(row); });
    read_rows(folder_ + "/readable_facts.tsv", [this](const Row& row) { add_fact(row); });
    read_rows(folder_ + "/sectors.tsv", [this](const Row& row) { add_sector(row); });
  }

 private:
  void add_share(const Row& row) {
    const auto at = static_cast<std::uint32_t>(tables_.share_rows.size());
    tables_.shares[{row["kind"], row["key"]}] = at;
    const std::uint32_t in_place = row["in_place"].empty() ? 0 : number(row["in_place"], row.where());
    tables_.share_rows.push_back(
        {number(row["value"], row.where()), in_place, tables_.strings.add(row["home"])});
  }

  std::uint32_t new_row(FactKind kind, const std::string& key, std::uint32_t per_million) {
    tables_.readable_fact_rows.push_back(
        {static_cast<std::uint32_t>(kind), tables_.strings.add(key), per_million});
    return static_cast<std::uint32_t>(tables_.readable_fact_rows.size() - 1);
  }
  // What was said first of a phrase holds.
  void add(const PhraseTables::Words& words, std::uint32_t row) {
    if (!words.empty()) tables_.readable_facts.try_emplace(words, row);
  }

  void add_fact(const Row& row) {
    const std::uint32_t at = new_row(kind_of(row), row["key"], number(row["per_million"], row.where()));
    for (const char* column : {"french", "english"}) {
      for (const std::string& writing : row.list(column)) add(words_of(writing), at);
    }
  }

  void add_sector(const Row& row) {
    const auto share = tables_.shares.find({"sector", row["key"]});
    if (share == tables_.shares.end()) fail(row.where() + ": shares.tsv has no such sector: " + row["key"]);
    const std::uint32_t of_jobs = tables_.share_rows[share->second].value;
    const auto large_part = tables_.shares.find({"size", "L"});
    if (large_part == tables_.shares.end()) fail("shares.tsv has no size L");
    constexpr std::uint64_t million = 1'000'000;
    const std::uint64_t of_large =
        std::uint64_t{of_jobs} * tables_.share_rows[large_part->second].value / million;
    const std::uint32_t large = new_row(FactKind::Employer, row["key"], static_cast<std::uint32_t>(of_large));
    const std::uint32_t any = new_row(FactKind::Employer, row["key"], of_jobs);
    for (const char* column : {"large_fr", "large_en"}) add(without_article(row[column]), large);
    for (const char* column : {"any_fr", "any_en"}) add(without_article(row[column]), any);
  }

  std::string folder_;
  PhraseTables& tables_;
};

}  // namespace

void read_shares(const std::string& folder, PhraseTables& tables) {
  ShareReader(folder, tables).read();
}

}  // namespace paravent::data
