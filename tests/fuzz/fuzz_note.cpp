// A file of any bytes through the main job: decode, find, anonymise in both styles, report.
#include <cstdint>
#include <string>
#include <string_view>

#include "anonymise/plan.hpp"
#include "detect/find.hpp"
#include "fuzz/require.hpp"
#include "policy/policy.hpp"
#include "report/findings.hpp"
#include "text/decode.hpp"
#include "text/unicode.hpp"

namespace paravent::fuzz {
namespace {

bool masks(const detect::Finding& finding) {
  return !finding.hint && policy::is_masked(finding.category);
}

bool on_border(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

void check_findings(std::string_view text, const detect::Analysis& analysis) {
  std::size_t begin = 0;
  std::size_t masked_until = 0;
  for (const detect::Finding& finding : analysis.findings) {
    const std::size_t from = finding.range.begin.value;
    const std::size_t to = finding.range.end.value;
    require(from < to && to <= text.size(), "a finding lies in the text and is not empty");
    require(begin <= from, "findings are sorted");
    require(on_border(text, from) && on_border(text, to), "a finding cuts no character");
    require(finding.entity <= analysis.entities.size(), "a finding names an entity that exists");
    require(!finding.rule.empty(), "a finding has a rule");
    require(!detect::explain(finding, text::Language::French).empty(), "a finding is explained");
    require(finding.score <= 1000, "a score is at most 1000");
    begin = from;
    if (!masks(finding)) continue;
    require(masked_until <= from, "masking findings do not overlap");
    masked_until = to;
  }
}

void check_anonymised(std::string_view text, const policy::Policy& policy, const detect::Context& context) {
  const auto done = anonymise::anonymise(text, policy, context);
  if (!done) {
    require(!done.failure().fr.empty() && !done.failure().en.empty(), "a failure says what to do");
    return;
  }
  require(text::first_invalid_utf8(done->text) == std::string_view::npos, "what comes out is UTF-8");
  require(done->edits.apply(text) == done->text, "the edits give the text");
  require(done->edits.inverse(text).apply(done->text) == text, "the edits can be undone byte for byte");
  const auto left = detect::find(done->text, policy, context);
  require(static_cast<bool>(left), "what comes out can be checked");
  for (const detect::Finding& finding : left->findings) {
    require(!masks(finding), "what comes out has nothing to mask");
  }
}

void check_report(const text::Decoded& decoded, const detect::Analysis& analysis, std::size_t file_size) {
  std::uint32_t last = 0;
  for (const detect::Finding& finding : analysis.findings) {
    const std::uint32_t from = decoded.file_offset(finding.range.begin);
    const std::uint32_t to = decoded.file_offset(finding.range.end);
    require(last <= from && from < to && to <= file_size, "places in the file keep the order of the text");
    last = from;
  }
  std::string out;
  const policy::Policy policy;
  const report::Checked checked{"note.md", decoded, analysis, policy};
  const report::Options options{true, text::Language::French};
  report::append_json_line(out, checked, options);
  require(text::first_invalid_utf8(out) == std::string_view::npos, "a report is UTF-8");
  report::append_text(out, checked, options);
}

void run(std::string_view bytes) {
  const auto decoded = text::decode_file(bytes);
  if (!decoded) {
    require(!decoded.failure().fr.empty(), "a failure says what to do");
    return;
  }
  const auto encoded = text::encode_file(decoded->text, decoded->encoding);
  require(encoded && *encoded == bytes, "what was decoded comes back byte for byte");

  policy::Policy policy;
  const detect::Context context{
      .file_stem = "Notes Claire Dupont", .people = {}, .folder = {}, .set_aside = {}, .known = {}};
  const auto analysis = detect::find(decoded->text, policy, context);
  require(static_cast<bool>(analysis), "what was decoded can be checked");
  check_findings(decoded->text, *analysis);
  check_report(*decoded, *analysis, bytes.size());
  const auto replacements = anonymise::replacements(decoded->text, *analysis, policy);
  require(replacements.size() == analysis->findings.size(), "there is one replacement for each finding");
  for (const policy::Style style : {policy::Style::Generalise, policy::Style::Pseudonym}) {
    policy.style = style;
    check_anonymised(decoded->text, policy, context);
  }
}

}  // namespace
}  // namespace paravent::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > paravent::fuzz::max_input) return -1;
  paravent::fuzz::run({reinterpret_cast<const char*>(data), size});
  return 0;
}
