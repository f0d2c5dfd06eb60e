// table_compiler TABLES OUTPUT [--without-wikidata]: the committed text tables → the one file that the
// library embeds.
#include <fstream>
#include <iostream>
#include <string_view>

#include "read_tables.hpp"
#include "write_tables.hpp"

int main(int argc, char** argv) {
  using namespace paravent::data;
  const bool without = argc == 4 && std::string_view(argv[3]) == "--without-wikidata";
  if (argc != 3 && !without) {
    std::cerr << "usage: table_compiler TABLES OUTPUT [--without-wikidata]\n";
    return 2;
  }
  Lexemes lexemes = read_lexemes(argv[1], !without);
  const PhraseTables phrases = read_phrases(argv[1], lexemes);
  const std::string bytes = lay_out(lexemes, phrases);
  std::ofstream out(argv[2], std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) fail(std::string("cannot write ") + argv[2]);
  std::cout << "knowledge tables: " << lexemes.size() << " words, " << phrases.phrases.size() << " phrases, "
            << bytes.size() << " bytes\n";
  return 0;
}
