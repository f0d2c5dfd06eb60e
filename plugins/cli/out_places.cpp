#include "cli/out_places.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "anonymise/telling_names.hpp"
#include "platform/files.hpp"
#include "text/unicode.hpp"
#include "text/wording.hpp"
#include "workspace/folder_key.hpp"

namespace paravent::cli {
namespace {

namespace fs = std::filesystem;
using text::Failure;

constexpr const char* name_of_standard_input = "note.md";

constexpr text::Wording taken{
    "{0} existe déjà ou serait écrit deux fois : donnez un autre dossier à --out. Rien n’a été écrit.",
    "{0} is already there or would be written twice: give --out another folder. Nothing was written."};

bool is_note_ending(const fs::path& ending) {
  constexpr std::array<std::string_view, 4> endings{".md", ".markdown", ".mdown", ".txt"};
  return std::find(endings.begin(), endings.end(), text::fold(ending.string())) != endings.end();
}

// What of a file's name may tell of someone: all of it, unless its ending is one that notes have.
std::string telling_part(const fs::path& file) {
  return is_note_ending(file.extension()) ? file.stem().string() : file.string();
}

// The whole paths of the parts of `below`, which ends as `whole` does.
std::vector<fs::path> whole_parts(const fs::path& whole, const fs::path& below) {
  std::vector<fs::path> out;
  fs::path at = whole;
  for (auto count = std::distance(below.begin(), below.end()); count > 0; --count, at = at.parent_path()) {
    out.push_back(at);
  }
  std::reverse(out.begin(), out.end());
  return out;
}

// The deepest folder that holds them all.
fs::path common_folder(const std::vector<fs::path>& files) {
  fs::path common = files.front().parent_path();
  for (const fs::path& file : files) {
    fs::path shared;
    auto a = common.begin();
    auto b = file.begin();
    for (; a != common.end() && b != file.end() && *a == *b; ++a, ++b) shared /= *a;
    common = shared;
  }
  return common;
}

// A twin's name, with the ending of the note; none for a folder.
std::string neutral_name(const workspace::HashKey& key, const fs::path& part, bool is_file) {
  fs::path name = lsp::twin_name(key, part.filename().string());
  if (!is_file) return name.stem().string();
  if (is_note_ending(part.extension())) name.replace_extension(part.extension());
  return name.string();
}

}  // namespace

OutPlaces::OutPlaces(fs::path out, const std::vector<Input>& inputs) : out_(std::move(out)) {
  for (const Input& input : inputs) {
    if (input.path.empty()) {
      notes_.push_back({&input, {}, name_of_standard_input});
    } else {
      notes_.push_back({&input, platform::whole_path(input.path), input.below});
    }
  }
  tell_apart();
}

// Notes that would get one place keep as much of their folders as it takes.
void OutPlaces::tell_apart() {
  std::map<fs::path, std::vector<Planned*>> by_place;
  for (Planned& note : notes_) by_place[note.below].push_back(&note);
  for (const auto& [place, notes] : by_place) {
    if (notes.size() < 2) continue;
    std::vector<fs::path> files;
    for (const Planned* note : notes) {
      if (!note->whole.empty()) files.push_back(note->whole);
    }
    if (files.empty()) continue;
    const fs::path folder = common_folder(files);
    for (Planned* note : notes) {
      if (!note->whole.empty()) note->below = note->whole.lexically_relative(folder);
    }
  }
}

void OutPlaces::learn(const Input& input, const Loaded& loaded) {
  const auto note =
      std::find_if(notes_.begin(), notes_.end(), [&](const Planned& one) { return one.input == &input; });
  note->learnt = true;
  if (note->whole.empty()) return;
  const std::vector<fs::path> parts = whole_parts(note->whole, note->below);
  std::vector<std::string> names;
  names.reserve(parts.size());
  for (const fs::path& part : parts) names.push_back(part.filename().string());
  names.back() = telling_part(parts.back().filename());
  const auto tells = anonymise::telling_names(names, loaded.decoded.text, loaded.policy);
  // A folder has one name for all of its notes: one of them is enough to change it.
  for (std::size_t i = 0; i < parts.size(); ++i) tells_[parts[i]] = tells_[parts[i]] || tells[i];
}

text::Result<OutPlace> OutPlaces::place_of(const Planned& note, text::Language language) {
  OutPlace out{note.input, out_, false};
  if (note.whole.empty()) {
    out.target /= note.below;
    return out;
  }
  const std::vector<fs::path> parts = whole_parts(note.whole, note.below);
  for (const fs::path& part : parts) {
    if (!tells_[part]) {
      out.target /= part.filename();
      continue;
    }
    const auto key = workspace::folder_key(part.parent_path(), language);
    if (!key) return key.failure();
    out.target /= neutral_name(*key, part, &part == &parts.back());
    out.renamed = true;
  }
  return out;
}

text::Result<std::vector<OutPlace>> OutPlaces::settle(text::Language language) {
  std::vector<OutPlace> out;
  std::set<fs::path> targets;
  for (const Planned& note : notes_) {
    if (!note.learnt) continue;
    auto place = place_of(note, language);
    if (!place) return place.failure();
    if (platform::exists(place->target) || !targets.insert(place->target).second) {
      const std::string target = place->target.string();
      return Failure{text::fill(taken, text::Language::French, {target}),
                     text::fill(taken, text::Language::English, {target})};
    }
    out.push_back(std::move(*place));
  }
  return out;
}

}  // namespace paravent::cli
