// Where `anonymise --out` writes each note: below the folder that was asked for as the notes lie below
// theirs, so that notes of one name stay apart. A file or folder whose name tells of a client goes by the
// name that its twin has (lsp-server/twin.hpp): the same at each run, and no guess can be tried against it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/input.hpp"
#include "lsp-server/twin.hpp"
#include "text/language.hpp"
#include "text/result.hpp"

namespace paravent::cli {

struct OutPlace {
  const Input* input = nullptr;
  std::filesystem::path target;
  bool renamed = false;  // some part of its path
};

class OutPlaces {
 public:
  // `inputs` outlive this.
  OutPlaces(std::filesystem::path out, const std::vector<Input>& inputs);

  // What the note tells of its names. Each input once, before settle().
  void learn(const Input& input, const Loaded& loaded);
  // The places of those that were learnt of, in the order given. Makes the key of a folder where one is
  // needed, and nothing else. A failure: two would be one file, something is there already, no key.
  text::Result<std::vector<OutPlace>> settle(text::Language language);

 private:
  struct Planned {
    const Input* input;
    std::filesystem::path whole;  // empty for "-"
    std::filesystem::path below;
    bool learnt = false;
  };

  void tell_apart();
  text::Result<OutPlace> place_of(const Planned& note, text::Language language);

  std::filesystem::path out_;
  std::vector<Planned> notes_;
  std::map<std::filesystem::path, bool> tells_;  // of a file or folder, by its whole path
};

}  // namespace paravent::cli
