#include "lsp-server/features/risk.hpp"

#include <algorithm>
#include <unordered_map>

#include "lsp-server/features/diagnostic_writer.hpp"
#include "lsp-server/words.hpp"
#include "risk/risk.hpp"
#include "risk/words.hpp"

namespace paravent::lsp {
namespace {

std::vector<risk::Person> people_of(const Snapshot& snapshot) {
  return risk::assess(snapshot.text(), snapshot.analysis, snapshot.language);
}

// The first mention of each entity that shows, by its number.
std::vector<const detect::Finding*> first_mentions(const Snapshot& snapshot) {
  std::vector<const detect::Finding*> out(snapshot.analysis.entities.size() + 1, nullptr);
  for (const detect::Finding& finding : snapshot.analysis.findings) {
    const detect::Finding*& first = out[finding.entity];
    if (first == nullptr && !finding.hint) first = &finding;
  }
  return out;
}

void write_facts(JsonWriter& json, const Snapshot& snapshot, const risk::Person& person) {
  json.key("facts").begin_array();
  for (const risk::Fact& fact : person.facts) {
    json.begin_object().key("trait").string(risk::code_of(fact.trait)).key("text").string(fact.label);
    json.key("range");
    write_range(json, snapshot, fact.range);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::vector<RiskRemark> risk_remarks(const Snapshot& snapshot) {
  std::vector<RiskRemark> out;
  for (const risk::Person& person : people_of(snapshot)) {
    if (person.grade != risk::Grade::VeryFew || out.size() == max_risk_remarks) continue;
    out.push_back({person.entity == 0 ? std::string() : person.name, risk::combination(person),
                   risk::message(person, snapshot.language)});
  }
  return out;
}

void write_risk_diagnostics(JsonWriter& json, const Snapshot& snapshot,
                            const std::vector<RiskRemark>& remarks) {
  if (remarks.empty()) return;
  std::unordered_map<std::string_view, const RiskRemark*> by_person;
  for (const RiskRemark& remark : remarks) {
    if (!remark.person.empty()) by_person.emplace(remark.person, &remark);
  }
  const auto mentions = first_mentions(snapshot);
  for (std::size_t i = 0; i < snapshot.analysis.entities.size(); ++i) {
    const detect::Entity& entity = snapshot.analysis.entities[i];
    const detect::Finding* mention = mentions[i + 1];
    if (entity.category != policy::Category::Person || mention == nullptr) continue;
    const auto found = by_person.find(entity.canonical);
    if (found == by_person.end() || !snapshot.display.shows(*mention)) continue;
    json.begin_object().key("range");
    write_range(json, snapshot, mention->range);
    json.key("severity").integer(static_cast<int>(Severity::Information)).key("code").string("risk");
    json.key("source").string("Paravent").key("message").string(found->second->message).end_object();
  }
}

RiskPage risk_page(const Snapshot& snapshot) {
  constexpr std::uint64_t thousand = 1000;
  RiskPage out;
  JsonWriter json;
  json.begin_object().key("uri").string(snapshot.uri).key("version").integer(snapshot.version());
  json.key("people").begin_array();
  for (const risk::Person& person : people_of(snapshot)) {
    json.begin_object();
    if (person.entity != 0) {
      json.key("entity").string(snapshot.analysis.entities[person.entity - 1].label);
    }
    json.key("range");
    write_range(json, snapshot, person.range);
    json.key("grade").string(risk::code_of(person.grade));
    json.key("estimate").integer(static_cast<std::int64_t>(person.thousandths / thousand));
    json.key("combination").string(risk::combination(person));
    write_facts(json, snapshot, person);
    const std::string message = risk::message(person, snapshot.language);
    json.key("advice")
        .string(risk::advice(person, snapshot.language))
        .key("message")
        .string(message)
        .end_object();
    if (person.grade > risk::Grade::Few) continue;
    if (!out.message.empty()) out.message += '\n';
    out.message += message;
  }
  json.end_array().end_object();
  out.json = json.take();
  if (out.message.empty()) out.message = words::nobody_stands_out.in(snapshot.language);
  return out;
}

}  // namespace paravent::lsp
