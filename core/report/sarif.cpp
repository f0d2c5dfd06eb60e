#include "report/sarif.hpp"

#include "report/json.hpp"
#include "report/uri.hpp"
#include "text/line_index.hpp"

namespace paravent::report {
namespace {

std::string_view level_of(const detect::Finding& finding) {
  if (finding.hint || !policy::is_masked(finding.category)) return "note";
  return "warning";
}

void append_region(std::string& out, const detect::Finding& finding, const Checked& input,
                   const text::LineIndex& lines) {
  const std::string_view text = input.decoded.text;
  const auto field = [&out](std::string_view name, std::uint64_t value) {
    out += ",\"";
    out += name;
    out += "\":";
    append_number(out, value);
  };
  out += "{\"startLine\":";
  append_number(out, lines.line_at(finding.range.begin).value + 1U);
  // SARIF counts columns from 1, here in code points ("columnKind": "unicodeCodePoints").
  field("startColumn", lines.codepoint_column(finding.range.begin, text).value + 1U);
  field("endLine", lines.line_at(finding.range.end).value + 1U);
  field("endColumn", lines.codepoint_column(finding.range.end, text).value + 1U);
  const std::uint32_t begin = input.decoded.file_offset(finding.range.begin);
  field("byteOffset", begin);
  field("byteLength", input.decoded.file_offset(finding.range.end) - begin);
  out += '}';
}

}  // namespace

SarifLog::SarifLog(std::string_view version, const Options& options) : version_(version), options_(options) {}

void SarifLog::add(const Checked& input) {
  const text::LineIndex lines(input.decoded.text);
  for (std::size_t i = 0; i < input.analysis.findings.size(); ++i) {
    const detect::Finding& finding = input.analysis.findings[i];
    if (finding.hint && !options_.hints) continue;
    if (!results_.empty()) results_ += ',';
    rules_.emplace(finding.rule);
    results_ += "{\"ruleId\":";
    append_json_string(results_, finding.rule);
    results_ += ",\"level\":";
    append_json_string(results_, level_of(finding));
    results_ += ",\"message\":{\"text\":";
    std::string message = detect::explain(finding, options_.language);
    if (!input.weighed.empty())
      message.append(" ").append(detect::explain_score(finding, input.weighed[i], options_.language));
    append_json_string(results_, message);
    results_ += "},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"";
    append_uri_of_file(results_, input.name);  // nothing in it that JSON would escape
    results_ += "\"},\"region\":";
    append_region(results_, finding, input, lines);
    results_ += "}}]}";
  }
}

std::string SarifLog::finish() {
  std::string out =
      R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"Paravent","version":)";
  append_json_string(out, version_);
  out += ",\"rules\":[";
  bool first = true;
  for (const std::string& rule : rules_) {
    out += first ? "{\"id\":" : ",{\"id\":";
    first = false;
    append_json_string(out, rule);
    out += '}';
  }
  out += "]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[" + results_ + "]}]}\n";
  return out;
}

}  // namespace paravent::report
