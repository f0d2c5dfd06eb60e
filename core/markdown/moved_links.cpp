#include "markdown/moved_links.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/unicode.hpp"

namespace paravent::markdown {
namespace {

constexpr std::string_view note_ending = ".md";

std::string_view folder_of(std::string_view path) {
  return path.substr(0, std::min(path.rfind('/'), path.size()));
}

std::string_view last_part(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool ends_as_note(std::string_view path) {
  return path.size() > note_ending.size() &&
         text::fold(path.substr(path.size() - note_ending.size())) == note_ending;
}

std::string_view without_ending(std::string_view path) {
  return ends_as_note(path) ? path.substr(0, path.size() - note_ending.size()) : path;
}

bool lies_in(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

std::string moved_by(const std::vector<Move>& moves, const std::string& path) {
  const Move* best = nullptr;  // a file that moves by itself does not move with its folder
  for (const Move& move : moves) {
    if (path != move.from && !lies_in(path, move.from)) continue;
    if (best == nullptr || best->from.size() < move.from.size()) best = &move;
  }
  return best == nullptr ? path : best->to + path.substr(best->from.size());
}

std::vector<std::string> all_moved(const std::vector<Move>& moves, std::vector<std::string> notes) {
  for (std::string& note : notes) note = moved_by(moves, note);
  return notes;
}

std::size_t depth(std::string_view path) {
  return static_cast<std::size_t>(std::count(path.begin(), path.end(), '/'));
}

// The path of `to` as seen from a folder.
std::string relative(std::string_view to, std::string_view folder) {
  std::string up;
  while (!folder.empty() && !lies_in(to, folder)) {
    folder = folder_of(folder);
    up += "../";
  }
  return up.append(to.substr(std::min(folder.size() + 1, to.size())));
}

}  // namespace

std::string normal_path(std::string_view path) {
  std::string out;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part == "..") {
      out.erase(std::min(out.rfind('/'), out.size()));
    } else if (!part.empty() && part != ".") {
      // A Windows path begins with its drive.
      if (begin > 0 || !out.empty()) out += '/';
      out.append(part);
    }
    begin = end + 1;
  }
  return out;
}

NoteNames::NoteNames(std::string root, const std::vector<std::string>& notes) : root_(std::move(root)) {
  for (const std::string& note : notes) by_name_.emplace(text::fold(without_ending(last_part(note))), note);
}

bool NoteNames::has(const std::string& path) const {
  const auto [first, last] = by_name_.equal_range(text::fold(without_ending(last_part(path))));
  return std::any_of(first, last, [&](const auto& entry) { return entry.second == path; });
}

std::string NoteNames::find(std::string_view name, std::string_view from) const {
  const std::string wanted = "/" + std::string(without_ending(name));
  const std::string folded = text::fold(wanted);
  const auto [first, last] = by_name_.equal_range(text::fold(without_ending(last_part(name))));
  const std::string* best = nullptr;
  const auto rank = [&](const std::string& path) {
    const std::string_view bare = without_ending(path);
    const bool exact = bare.ends_with(wanted);
    const bool whole = depth(name) > 0 && bare == root_ + wanted;
    return std::tuple(!exact, !whole, folder_of(path) != from, depth(path), path);
  };
  for (auto entry = first; entry != last; ++entry) {
    if (!text::fold(without_ending(entry->second)).ends_with(folded)) continue;
    if (best == nullptr || rank(entry->second) < rank(*best)) best = &entry->second;
  }
  return best == nullptr ? std::string() : *best;
}

MovedLinks::MovedLinks(std::string root, const std::vector<std::string>& notes, std::vector<Move> moves,
                       std::function<bool(const std::string&)> exists)
    : before_(root, notes),
      after_(std::move(root), all_moved(moves, notes)),
      moves_(std::move(moves)),
      exists_(std::move(exists)) {}

std::string MovedLinks::moved(const std::string& path) const {
  return moved_by(moves_, path);
}

// The file itself, or the note that is called so without its ending.
std::optional<MovedLinks::Target> MovedLinks::at(std::string path, Way way) const {
  if (before_.has(path) || exists_(path)) return Target{std::move(path), way, false};
  path += note_ending;
  if (before_.has(path)) return Target{std::move(path), way, true};
  return std::nullopt;
}

std::optional<MovedLinks::Target> MovedLinks::target_of(std::string_view spelled, LinkForm form,
                                                        const std::string& folder) const {
  const std::string whole(spelled);
  if (spelled.starts_with('/')) return at(normal_path(before_.root() + whole), Way::FromRoot);
  const bool from_note = form != LinkForm::Wiki || spelled.starts_with("./") || spelled.starts_with("../");
  if (from_note) {
    auto found = at(normal_path(folder + "/" + whole), Way::FromNote);
    if (found || form == LinkForm::Wiki) return found;
  }
  std::string note = before_.find(spelled, folder);
  if (!note.empty()) {
    const bool bare = !text::fold(note).ends_with("/" + text::fold(spelled));
    return Target{std::move(note), Way::ByName, bare};
  }
  // A picture by its path from the top of the folder.
  return spelled.find('/') == std::string_view::npos
             ? std::nullopt
             : at(normal_path(before_.root() + "/" + whole), Way::FromRoot);
}

bool MovedLinks::still_leads(const Target& target, std::string_view spelled, const std::string& to,
                             const std::string& folder) const {
  switch (target.way) {
    case Way::ByName:
      return after_.find(spelled, folder) == to;
    case Way::FromRoot:
      return target.path == to;
    case Way::FromNote:
      break;
  }
  const std::string there = normal_path(folder + "/" + std::string(spelled));
  return (target.bare ? there + std::string(note_ending) : there) == to;
}

// As many of the last parts as the link had, and more where these would mean another note.
std::string MovedLinks::name_for(std::string_view old, const std::string& to, const std::string& folder,
                                 bool bare) const {
  const std::string_view path = bare ? without_ending(to) : std::string_view(to);
  std::size_t begin = path.size();
  for (std::size_t parts = 0; begin > 0; ++parts) {
    begin = path.rfind('/', begin - 1);
    if (begin == std::string_view::npos) break;
    std::string name(path.substr(begin + 1));
    const bool highest = path.substr(0, begin) == after_.root();
    if (highest || (parts >= depth(old) && after_.find(name, folder) == to)) return name;
  }
  return std::string(path);
}

std::string MovedLinks::spelling(const Target& target, std::string_view old, const std::string& to,
                                 const std::string& folder) const {
  if (target.way == Way::ByName) return name_for(old, to, folder, target.bare);
  const std::string path(target.bare ? without_ending(to) : std::string_view(to));
  if (target.way == Way::FromRoot && lies_in(path, after_.root())) {
    return path.substr(after_.root().size() + (old.starts_with('/') ? 0 : 1));
  }
  std::string out = relative(path, folder);
  if (old.starts_with("./") && !out.starts_with("../")) out.insert(0, "./");
  return out;
}

std::vector<text::TextEdit> MovedLinks::edits(const std::string& path, std::string_view note) const {
  std::vector<text::TextEdit> out;
  const std::string folder(folder_of(path));
  const std::string folder_after(folder_of(moved(path)));
  for (const Link& link : links_of(note)) {
    const std::string spelled = path_of(note, link);
    const auto target = target_of(spelled, link.form, folder);
    if (!target) continue;
    const std::string to = moved(target->path);
    if (still_leads(*target, spelled, to, folder_after)) continue;
    const std::string_view old = note.substr(link.path.begin.value, link.path.size());
    std::string written = written_path(spelling(*target, spelled, to, folder_after), link, old);
    if (written != old) out.push_back({link.path, std::move(written)});
  }
  return out;
}

}  // namespace paravent::markdown
