#include "report/findings.hpp"

#include <vector>

#include "anonymise/plan.hpp"
#include "report/json.hpp"
#include "text/line_index.hpp"
#include "text/unicode.hpp"
#include "text/visible.hpp"
#include "text/wording.hpp"

namespace paravent::report {
namespace {

constexpr text::Wording nothing_found{"  Rien à signaler.", "  Nothing to report."};
constexpr text::Wording hint_mark{" (à vérifier)", " (to check)"};

bool is_shown(const detect::Finding& finding, const Options& options) {
  return options.hints || !finding.hint;
}

// What would stand for each finding, in their order.
std::vector<std::string> replacements_of(const Checked& input) {
  return anonymise::replacements(input.decoded.text, input.analysis, input.policy);
}

// {"reasons": [{"reason", "weight", "message"}], "message"}: the weights in log-odds units.
void append_explanation(std::string& out, const detect::Finding& finding,
                        const std::vector<detect::Weighed>& reasons, const Options& options) {
  out += ",\"explanation\":{\"reasons\":[";
  for (const detect::Weighed& weighed : reasons) {
    if (&weighed != reasons.data()) out += ',';
    out += "{\"reason\":";
    append_json_string(out, detect::code_of(weighed.reason));
    out += ",\"weight\":";
    append_number(out, weighed.tenths / 10);
    out += '.';
    append_number(out, weighed.tenths % 10);
    out += ",\"message\":";
    append_json_string(out, detect::words_of(weighed.reason).in(options.language));
    out += '}';
  }
  out += "],\"message\":";
  append_json_string(out, detect::explain_score(finding, reasons, options.language));
  out += '}';
}

// The labels of the people who could be meant, where there are several.
void append_candidates(std::string& out, const detect::Analysis& analysis, const detect::Entity& entity) {
  if (entity.candidates.size() < 2) return;
  out += ",\"candidates\":";
  char before = '[';
  for (const detect::EntityId id : entity.candidates) {
    out += before;
    append_json_string(out, analysis.entities[id - 1].label);
    before = ',';
  }
  out += ']';
}

void append_finding(std::string& out, std::size_t at, std::string_view replacement, const Checked& input,
                    const Options& options) {
  const detect::Finding& finding = input.analysis.findings[at];
  out += "{\"category\":";
  append_json_string(out, policy::code_of(finding.category));
  out += ",\"rule\":";
  append_json_string(out, finding.rule);
  out += ",\"start\":";
  append_number(out, input.decoded.file_offset(finding.range.begin));
  out += ",\"end\":";
  append_number(out, input.decoded.file_offset(finding.range.end));
  out += ",\"score\":";
  append_score(out, finding.score);
  out += ",\"hint\":";
  out += finding.hint ? "true" : "false";
  if (finding.entity != 0) {
    out += ",\"entity\":";
    append_json_string(out, input.analysis.entities[finding.entity - 1].label);
    append_candidates(out, input.analysis, input.analysis.entities[finding.entity - 1]);
  }
  if (!replacement.empty()) {
    out += ",\"replacement\":";
    append_json_string(out, replacement);
  }
  out += ",\"message\":";
  append_json_string(out, detect::explain(finding, options.language));
  if (!input.weighed.empty()) append_explanation(out, finding, input.weighed[at], options);
  out += '}';
}

// Pads to a column of code points, so that accents do not shift what follows.
void append_padded(std::string& out, std::string_view words, std::size_t width) {
  out += words;
  std::size_t points = 0;
  for (std::size_t at = 0; at < words.size(); at += text::decode_at(words, at).size) ++points;
  out.append(points < width ? width - points : 1, ' ');
}

}  // namespace

void append_json_line(std::string& out, const Checked& input, const Options& options) {
  out += "{\"file\":";
  append_json_string(out, input.name);
  out += ",\"findings\":[";
  bool first = true;
  const std::vector<std::string> replacements = replacements_of(input);
  for (std::size_t i = 0; i < input.analysis.findings.size(); ++i) {
    if (!is_shown(input.analysis.findings[i], options)) continue;
    if (!first) out += ',';
    first = false;
    append_finding(out, i, replacements[i], input, options);
  }
  out += "]}\n";
}

void append_text(std::string& out, const Checked& input, const Options& options) {
  text::append_visible(out, input.name);
  out += '\n';
  const text::LineIndex lines(input.decoded.text);
  bool any = false;
  const std::vector<std::string> replacements = replacements_of(input);
  for (std::size_t i = 0; i < input.analysis.findings.size(); ++i) {
    const detect::Finding& finding = input.analysis.findings[i];
    if (!is_shown(finding, options)) continue;
    any = true;
    const auto line = lines.line_at(finding.range.begin);
    const auto column = lines.codepoint_column(finding.range.begin, input.decoded.text);
    append_padded(out, "  " + std::to_string(line.value + 1) + ":" + std::to_string(column.value + 1), 10);
    append_padded(out, policy::noun_of(finding.category).in(options.language), 14);
    std::string words = text::visible(
        std::string_view(input.decoded.text).substr(finding.range.begin.value, finding.range.size()));
    if (!replacements[i].empty()) text::append_visible(words.append(" → "), replacements[i]);
    append_padded(out, words, 48);
    out += detect::explain(finding, options.language);
    if (finding.hint) out += hint_mark.in(options.language);
    out += '\n';
    if (input.weighed.empty()) continue;
    out.append(10, ' ')
        .append(detect::explain_score(finding, input.weighed[i], options.language))
        .append("\n");
  }
  if (!any) {
    out += nothing_found.in(options.language);
    out += '\n';
  }
}

bool anything_to_mask(const detect::Analysis& analysis) {
  for (const detect::Finding& finding : analysis.findings) {
    if (!finding.hint && policy::is_masked(finding.category)) return true;
  }
  return false;
}

}  // namespace paravent::report
