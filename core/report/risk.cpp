#include "report/risk.hpp"

#include <algorithm>

#include "report/json.hpp"
#include "risk/words.hpp"
#include "text/line_index.hpp"
#include "text/visible.hpp"

namespace paravent::report {
namespace {

constexpr text::Wording nobody{
    "  Aucun détail de ce genre n’a été reconnu. D’autres indices peuvent suffire : relisez.",
    "  No detail of this kind was recognised. Other clues may be enough: read it again."};

std::size_t file_offset(const Assessed& input, text::ByteOffset at) {
  return input.decoded != nullptr ? input.decoded->file_offset(at) : at.value;
}

void append_range(std::string& out, const Assessed& input, text::ByteRange range) {
  out += "\"start\":";
  append_number(out, file_offset(input, range.begin));
  out += ",\"end\":";
  append_number(out, file_offset(input, range.end));
}

void append_facts(std::string& out, const Assessed& input, const risk::Person& person) {
  out += ",\"facts\":[";
  for (const risk::Fact& fact : person.facts) {
    if (out.back() != '[') out += ',';
    out += "{\"trait\":";
    append_json_string(out, risk::code_of(fact.trait));
    out += ",\"text\":";
    append_json_string(out, fact.label);
    out += ',';
    append_range(out, input, fact.range);
    out += '}';
  }
  out += ']';
}

void append_changes(std::string& out, const risk::Person& person, text::Language language) {
  out += ",\"changes\":[";
  for (const risk::Changes& changes : person.changes) {
    if (out.back() != '[') out += ',';
    out += '[';
    for (const risk::Change& change : changes) {
      if (out.back() != '[') out += ',';
      out += "{\"fact\":";
      append_number(out, change.fact);
      out += ",\"change\":";
      out += change.coarser ? "\"coarser\"" : "\"remove\"";
      out += ",\"message\":";
      append_json_string(out, risk::words_of(person.facts[change.fact], change.coarser).in(language));
      out += '}';
    }
    out += ']';
  }
  out += ']';
}

}  // namespace

void append_risk_json_line(std::string& out, const Assessed& input, const detect::Analysis& analysis,
                           text::Language language) {
  constexpr std::uint64_t thousand = 1000;
  out += "{\"file\":";
  append_json_string(out, input.name);
  out += ",\"people\":[";
  for (const risk::Person& person : input.people) {
    if (out.back() != '[') out += ',';
    out += '{';
    if (person.entity != 0) {
      out += "\"entity\":";
      append_json_string(out, analysis.entities[person.entity - 1].label);
      out += ',';
    }
    append_range(out, input, person.range);
    out += ",\"grade\":";
    append_json_string(out, risk::code_of(person.grade));
    out += ",\"estimate\":";
    append_number(out, person.thousandths / thousand);
    out += ",\"combination\":";
    append_json_string(out, risk::combination(person));
    append_facts(out, input, person);
    append_changes(out, person, language);
    out += ",\"message\":";
    append_json_string(out, risk::message(person, language));
    out += '}';
  }
  out += "]}\n";
}

void append_risk_text(std::string& out, const Assessed& input, text::Language language) {
  text::append_visible(out, input.name);
  out += '\n';
  const text::LineIndex lines(input.text);
  for (const risk::Person& person : input.people) {
    const auto line = lines.line_at(person.range.begin);
    const auto column = lines.codepoint_column(person.range.begin, input.text);
    out += "  " + std::to_string(line.value + 1) + ":" + std::to_string(column.value + 1) + "  ";
    text::append_visible(out, person.name);
    out += "\n      ";
    text::append_visible(out, risk::message(person, language));
    out += '\n';
  }
  if (input.people.empty()) out.append(nobody.in(language)).append("\n");
}

bool anybody_stands_out(const std::vector<risk::Person>& people) {
  return std::any_of(people.begin(), people.end(),
                     [](const risk::Person& person) { return person.grade <= risk::Grade::Few; });
}

}  // namespace paravent::report
