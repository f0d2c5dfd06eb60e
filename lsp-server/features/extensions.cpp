#include "lsp-server/features/extensions.hpp"

#include <algorithm>

#include "lsp-server/features/mentions.hpp"
#include "report/json.hpp"

namespace paravent::lsp {
namespace {

// The members that `paravent check --format json` gives, with the range in the client's positions. `start`
// and `end` are bytes of the text in UTF-8.
void write_finding(JsonWriter& json, const Snapshot& snapshot, const detect::Finding& finding,
                   std::string_view replacement) {
  std::string score;
  report::append_score(score, finding.score);
  json.begin_object().key("category").string(policy::code_of(finding.category));
  json.key("rule").string(finding.rule).key("start").integer(finding.range.begin.value);
  json.key("end").integer(finding.range.end.value).key("range");
  write_range(json, snapshot, finding.range);
  json.key("score").raw(score).key("hint").boolean(finding.hint);
  if (const detect::Entity* entity = entity_of(snapshot, finding)) json.key("entity").string(entity->label);
  if (!replacement.empty()) json.key("replacement").string(replacement);
  json.key("message").string(detect::explain(finding, snapshot.language)).end_object();
}

}  // namespace

std::string preview(const Snapshot& snapshot, const anonymise::Anonymised& anonymised, policy::Style style) {
  const bool english = snapshot.analysis.language == text::Language::English;
  JsonWriter json;
  json.begin_object().key("uri").string(snapshot.uri).key("version").integer(snapshot.version());
  json.key("style").string(policy::name_of(style)).key("language").string(english ? "en" : "fr");
  json.key("count").integer(static_cast<std::int64_t>(anonymised.edits.all().size()));
  json.key("text").string(anonymised.text).end_object();
  return json.take();
}

std::string findings_page(const Snapshot& snapshot, const std::vector<std::string>& replacements,
                          const FindingsParams& params) {
  const std::vector<detect::Finding>& all = snapshot.analysis.findings;
  std::vector<std::size_t> wanted;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (params.hints || !all[i].hint) wanted.push_back(i);
  }
  const std::size_t begin = std::min(params.offset, wanted.size());
  const std::size_t end = begin + std::min(params.limit, wanted.size() - begin);
  JsonWriter json;
  json.begin_object().key("uri").string(snapshot.uri).key("version").integer(snapshot.version());
  json.key("total").integer(static_cast<std::int64_t>(wanted.size()));
  json.key("offset").integer(static_cast<std::int64_t>(begin)).key("findings").begin_array();
  for (std::size_t i = begin; i < end; ++i) {
    const std::size_t at = wanted[i];
    write_finding(json, snapshot, all[at], at < replacements.size() ? replacements[at] : std::string_view());
  }
  json.end_array();
  if (end < wanted.size()) json.key("next").integer(static_cast<std::int64_t>(end));
  json.end_object();
  return json.take();
}

}  // namespace paravent::lsp
