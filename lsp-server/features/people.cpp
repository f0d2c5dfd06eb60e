#include "lsp-server/features/people.hpp"

#include <vector>

#include "lsp-server/features/mentions.hpp"
#include "lsp-server/words.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

// Of LSP; there is none for a person.
enum class SymbolKind { Module = 2, Namespace = 3, Package = 4, Object = 19 };

SymbolKind kind_of(policy::Category category) {
  switch (category) {
    case policy::Category::Person:
      return SymbolKind::Object;
    case policy::Category::Org:
      return SymbolKind::Module;
    case policy::Category::Loc:
      return SymbolKind::Namespace;
    default:
      return SymbolKind::Package;
  }
}

// A name over two lines is one line in an outline.
std::string on_one_line(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

void write_location(JsonWriter& json, const Snapshot& snapshot, const text::ByteRange& range) {
  json.begin_object().key("uri").string(snapshot.uri).key("range");
  write_range(json, snapshot, range);
  json.end_object();
}

// Each entity with what masks of it, in order of first mention.
struct Named {
  const detect::Entity* entity;
  std::vector<const detect::Finding*> mentions;
};

std::vector<Named> named(const Snapshot& snapshot) {
  std::vector<Named> out;
  std::vector<std::size_t> place(snapshot.analysis.entities.size() + 1);  // in `out`, plus 1
  for (const detect::Finding& finding : snapshot.analysis.findings) {
    const detect::Entity* entity = masks(finding) ? entity_of(snapshot, finding) : nullptr;
    if (entity == nullptr) continue;
    std::size_t& at = place[finding.entity];
    if (at == 0) {
      out.push_back({entity, {}});
      at = out.size();
    }
    out[at - 1].mentions.push_back(&finding);
  }
  return out;
}

void begin_symbol(JsonWriter& json, const Snapshot& snapshot, std::string_view name, std::string_view detail,
                  const detect::Finding& mention) {
  json.begin_object().key("name").string(on_one_line(name)).key("detail").string(detail);
  json.key("kind").integer(static_cast<int>(kind_of(mention.category)));
  const text::PositionRange range = snapshot.positions(mention.range);
  json.key("range");
  write_range(json, range);
  json.key("selectionRange");
  write_range(json, range);
}

// The range of an entity is that of its first mention: one over all its mentions would swallow the others.
void write_tree(JsonWriter& json, const Snapshot& snapshot, const Named& who) {
  const std::string_view noun = policy::noun_of(who.entity->category).in(snapshot.language);
  begin_symbol(json, snapshot, who.entity->canonical, noun, *who.mentions.front());
  if (who.mentions.size() > 1) {
    json.key("children").begin_array();
    for (const detect::Finding* mention : who.mentions) {
      const std::uint32_t line = snapshot.positions(mention->range).begin.line.value + 1;
      begin_symbol(json, snapshot, words_of(snapshot, *mention),
                   text::fill(words::on_line, snapshot.language, {std::to_string(line)}), *mention);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

void write_flat(JsonWriter& json, const Snapshot& snapshot, const Named& who) {
  for (const detect::Finding* mention : who.mentions) {
    json.begin_object().key("name").string(on_one_line(words_of(snapshot, *mention)));
    json.key("kind").integer(static_cast<int>(kind_of(mention->category))).key("location");
    write_location(json, snapshot, mention->range);
    json.key("containerName").string(on_one_line(who.entity->canonical)).end_object();
  }
}

}  // namespace

std::string highlights(const Snapshot& snapshot, const text::Position& position) {
  const detect::Finding* finding = finding_at(snapshot, position);
  if (finding == nullptr) return "null";
  constexpr int text_kind = 1;
  JsonWriter json;
  json.begin_array();
  for (const detect::Finding* mention : mentions_of(snapshot, *finding)) {
    json.begin_object().key("range");
    write_range(json, snapshot, mention->range);
    json.key("kind").integer(text_kind).end_object();
  }
  json.end_array();
  return json.take();
}

std::string references(const Snapshot& snapshot, const ReferenceParams& params) {
  const detect::Finding* finding = finding_at(snapshot, params.position);
  if (finding == nullptr) return "null";
  JsonWriter json;
  json.begin_array();
  bool first = true;
  for (const detect::Finding* mention : mentions_of(snapshot, *finding)) {
    if (!first || params.include_declaration) write_location(json, snapshot, mention->range);
    first = false;
  }
  json.end_array();
  return json.take();
}

std::string symbols(const Snapshot& snapshot, const ClientCapabilities& client) {
  JsonWriter json;
  json.begin_array();
  for (const Named& who : named(snapshot)) {
    if (client.symbol_tree) {
      write_tree(json, snapshot, who);
    } else {
      write_flat(json, snapshot, who);
    }
  }
  json.end_array();
  return json.take();
}

}  // namespace paravent::lsp
