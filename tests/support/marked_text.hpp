// Notes with marks, ⟦PERSON p1|Claire Dupont⟧, as what detect::find() would have said about them: tests of
// what comes after detection do not depend on it.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

#include "detect/finding.hpp"
#include "text/unicode.hpp"

namespace paravent::testing_support {

struct MarkedText {
  std::string text;  // without the marks
  detect::Analysis analysis;
};

// ⟦CATEGORY id|surface⟧ or ⟦CATEGORY|surface⟧; marks with one id are one entity. A third word says more:
// ⟦PERSON p1 F|Camille⟧ (sex F or M; else the tables of given names say), ⟦PERSON p1 hint|Rose⟧, or that its
// block is in another language than the note: ⟦DATE d1 en|March 12⟧ (en or fr). The
// canonical form of an entity is its longest surface. A mark that cannot be read fails the test that asked.
inline MarkedText read_marked(std::string_view marked, text::Language language = text::Language::French) {
  constexpr std::string_view open = "⟦";
  constexpr std::string_view close = "⟧";
  MarkedText out;
  out.analysis.language = language;
  std::map<std::string, detect::EntityId, std::less<>> ids;
  while (true) {
    const std::size_t at = marked.find(open);
    out.text += marked.substr(0, at);
    if (at == std::string_view::npos) break;
    const std::size_t bar = marked.find('|', at);
    const std::size_t end = marked.find(close, at);
    if (bar == std::string_view::npos || end == std::string_view::npos || end < bar) {
      ADD_FAILURE() << "a mark without | or end";
      break;
    }
    std::istringstream head{std::string(marked.substr(at + open.size(), bar - at - open.size()))};
    const std::string_view surface = marked.substr(bar + 1, end - bar - 1);
    std::string code, id, more;
    head >> code >> id >> more;
    const auto category = policy::category_of(code);
    if (!category) {
      ADD_FAILURE() << "unknown category " << code;
      break;
    }
    detect::Finding finding;
    finding.range = text::range(out.text.size(), out.text.size() + surface.size());
    finding.category = *category;
    finding.rule = "marked";
    finding.score = 1000;
    finding.hint = more == "hint";
    finding.language = more == "en"   ? text::Language::English
                       : more == "fr" ? text::Language::French
                                      : language;
    if (!id.empty()) {
      detect::EntityId& entity = ids.try_emplace(id, 0).first->second;
      if (entity == 0) {
        out.analysis.entities.push_back({*category, "", knowledge::Sex::Unknown, id, {}});
        entity = static_cast<detect::EntityId>(out.analysis.entities.size());
      }
      detect::Entity& known = out.analysis.entities[entity - 1];
      if (surface.size() > known.canonical.size()) known.canonical = surface;
      if (more == "F") known.sex = knowledge::Sex::Feminine;
      if (more == "M") known.sex = knowledge::Sex::Masculine;
      finding.entity = entity;
    }
    out.text += surface;
    out.analysis.findings.push_back(finding);
    marked.remove_prefix(end + close.size());
  }
  for (detect::Entity& entity : out.analysis.entities) {
    if (entity.category != policy::Category::Person || entity.sex != knowledge::Sex::Unknown) continue;
    const std::string first = entity.canonical.substr(0, entity.canonical.find_first_of(" -"));
    const knowledge::Sex sex = knowledge::look_up(text::fold(first)).sex;
    if (sex == knowledge::Sex::Feminine || sex == knowledge::Sex::Masculine) entity.sex = sex;
  }
  return out;
}

}  // namespace paravent::testing_support
