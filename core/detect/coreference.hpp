// Who is who: the mentions of a note joined into entities. "Claire Dupont", "Claire", "Mme Dupont", "C.
// Dupont", "C.D.", "DUPONT Claire" are one person.
#pragma once

#include <cstdint>
#include <vector>

#include "detect/decode.hpp"
#include "detect/finding.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

struct Mention {
  Span span;
  EntityId entity = 0;
};

struct Mentions {
  std::vector<Mention> all;      // in the order of the spans
  std::vector<Entity> entities;  // in the order of first mention; labels are not set yet
};

// Spans with a margin below zero (hints) join an entity that exists, but make none.
Mentions join_mentions(const Tokens& tokens, const std::vector<Span>& spans);

// "p1", "o2" …: numbers the entities of each category.
void label_entities(std::vector<Entity>& entities);

}  // namespace paravent::detect
