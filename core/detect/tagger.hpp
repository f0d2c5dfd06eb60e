// The first tagger: people, organisations, places, projects. Block-local emissions (a sum of weights), then
// what the whole note says, then the decoder, twice: the names of the first reading are what the second looks
// for.
#pragma once

#include <string_view>
#include <vector>

#include "detect/decode.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// Names known from outside of the text.
struct KnownNames {
  std::vector<Tokens> people;        // declared by the coach
  Tokens file_name;                  // the note's own name
  std::vector<Tokens> mail_names;    // what stands before the @ of the note's addresses
  std::vector<Tokens> mail_domains;  // and behind it
};

// Adds the candidates among the words [first, last) of one block, with their local features.
void emit_block(const Tokens& tokens, std::size_t first, std::size_t last, std::vector<Candidate>& out);

// The names of a note, sorted, with hints. `candidates` are those of all blocks, in order.
std::vector<Span> tag_note(const Tokens& tokens, std::vector<Candidate> candidates, const KnownNames& known);

}  // namespace paravent::detect
