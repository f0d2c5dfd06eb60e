#include "anonymise/private_places.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "anonymise/telling_names.hpp"
#include "markdown/block.hpp"
#include "markdown/links.hpp"
#include "markdown/region.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using markdown::RegionKind;
using markdown::scheme_of;

// What a link names, as it stands in the note.
struct Target {
  text::ByteRange range;
  RegionKind kind = RegionKind::LinkTarget;
};

// Addresses that anybody can reach: what is private in them is a finding.
bool is_public_scheme(std::string_view scheme) {
  constexpr std::array<std::string_view, 5> known{"ftp", "http", "https", "sms", "tel"};
  return std::binary_search(known.begin(), known.end(), text::fold(scheme));
}

// "../x", "a/../../x"
bool climbs_out(std::string_view path) {
  int depth = 0;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find_first_of("/\\", begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part == "..") {
      if (--depth < 0) return true;
    } else if (!part.empty() && part != ".") {
      ++depth;
    }
    begin = end + 1;
  }
  return false;
}

// A place of the disk, whatever it is called.
bool is_own_place(std::string_view target) {
  const std::string_view scheme = scheme_of(target);
  if (!scheme.empty()) return !is_public_scheme(scheme);  // file:, obsidian:, C:
  return target.starts_with('/') || target.starts_with('\\') || target.starts_with("~/") ||
         climbs_out(target);
}

// A value of front matter that is a path, not a sentence with a slash.
bool is_path_value(std::string_view value) {
  if (value.find("[[") != std::string_view::npos) return false;
  const std::string scheme = text::fold(scheme_of(value));
  if (scheme.size() == 1) return value.size() > 2 && (value[2] == '\\' || value[2] == '/');
  if (!scheme.empty()) return value.find("://") != std::string_view::npos;
  for (const std::string_view start : {"/", "~/", "../", "..\\", "\\\\"}) {
    if (value.starts_with(start) && value.size() > start.size() + 1) return true;
  }
  return false;
}

std::string_view path_part(std::string_view target) {
  return target.substr(0, target.find_first_of("#?"));
}

std::string_view last_part(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// ".pdf"; empty when there is none that says what kind of file it is.
std::string ending_of(std::string_view path) {
  const std::string_view name = last_part(path);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot + 1 == name.size() || name.size() - dot > 6) return {};
  const std::string ending = text::fold(name.substr(dot));
  const bool plain = std::all_of(ending.begin() + 1, ending.end(),
                                 [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
  return plain ? ending : std::string();
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string neutral_name(std::string_view target, RegionKind kind, text::Language language) {
  const bool english = language == text::Language::English;
  const std::string scheme = text::fold(scheme_of(target));
  const bool of_a_disk = scheme.size() <= 1 || scheme == "file";
  if (!of_a_disk) return english ? "link" : "lien";
  const std::string ending = ending_of(path_part(target));
  if (is_one_of(ending, {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".heic", ".bmp"})) {
    return "image" + ending;
  }
  if (is_one_of(ending, {".md", ".markdown"})) return "note" + ending;
  if (ending.empty() && kind == RegionKind::WikiTarget) return "note";
  return (english ? "file" : "fichier") + ending;
}

std::vector<Target> targets_of(std::string_view note) {
  std::vector<Target> out;
  for (const markdown::Block& block : markdown::split_blocks(note)) {
    const std::string_view text = note.substr(block.range.begin.value, block.range.size());
    for (const markdown::Region& region : markdown::parse_regions(text, block.kind)) {
      const bool value = region.kind == RegionKind::FrontMatterValue &&
                         is_path_value(text.substr(region.range.begin.value, region.range.size()));
      if (value || region.kind == RegionKind::LinkTarget || region.kind == RegionKind::WikiTarget ||
          region.kind == RegionKind::AutoLink) {
        out.push_back({region.range.shifted(block.range.begin.value), region.kind});
      }
    }
  }
  return out;
}

// The parts of a path without the ending of the file.
std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    std::string_view part = path.substr(begin, end - begin);
    if (end == path.size()) part.remove_suffix(ending_of(part).size());
    if (!part.empty() && part != ".") out.emplace_back(part);
    begin = end + 1;
  }
  return out;
}

class PrivatePlaces {
 public:
  PrivatePlaces(std::string_view note, const std::vector<text::TextEdit>& planned,
                const policy::Policy& policy, text::Language language)
      : note_(note), planned_(planned), policy_(policy), language_(language) {}

  std::vector<text::TextEdit> take() {
    std::vector<Target> unsure;
    for (const Target& target : targets_of(note_)) {
      const std::string path = decoded(target);
      const bool mail = text::fold(scheme_of(path)) == "mailto";
      if (target.kind == RegionKind::AutoLink) {
        open_autolink(target);
      } else if (mail ? is_touched(target.range) : is_own_place(path)) {
        hide(target, path);
      } else if (scheme_of(path).empty() && !is_touched(target.range)) {
        unsure.push_back(target);
      }
    }
    hide_telling(unsure);
    return with_hidden();
  }

 private:
  using Edit = std::vector<text::TextEdit>::const_iterator;

  // As a link of its kind is read.
  std::string decoded(const Target& target) const {
    const bool plain = target.kind == RegionKind::WikiTarget || target.kind == RegionKind::FrontMatterValue;
    return markdown::path_of(
        note_, {target.range, plain ? markdown::LinkForm::Wiki : markdown::LinkForm::Attribute, 0});
  }

  // What is planned there: sorted, and nothing overlaps.
  std::pair<Edit, Edit> planned_in(const text::ByteRange& range) const {
    const auto first =
        std::partition_point(planned_.begin(), planned_.end(),
                             [&](const text::TextEdit& edit) { return edit.range.end <= range.begin; });
    const auto last = std::partition_point(
        first, planned_.end(), [&](const text::TextEdit& edit) { return edit.range.begin < range.end; });
    return {first, last};
  }

  bool is_touched(const text::ByteRange& range) const {
    const auto [first, last] = planned_in(range);
    return first != last;
  }

  // Where what is planned takes all of it, or reaches beyond it, nothing is left to hide.
  bool is_taken(const text::ByteRange& place) const {
    const auto [first, last] = planned_in(place);
    return std::any_of(first, last, [&](const text::TextEdit& edit) {
      return edit.range.contains(place) || !place.contains(edit.range);
    });
  }

  void hide(const Target& target, std::string_view path) {
    const text::ByteRange place = place_of(target);
    std::string name = neutral_name(path, target.kind, language_);
    if (is_taken(place) || note_.substr(place.begin.value, place.size()) == name) return;
    hidden_.push_back({place, std::move(name)});
  }

  // What stands behind "#" of a wikilink are words of a note, which the findings judge.
  text::ByteRange place_of(const Target& target) const {
    if (target.kind != RegionKind::WikiTarget) return target.range;
    const std::string_view words = note_.substr(target.range.begin.value, target.range.size());
    return text::range(target.range.begin.value, target.range.begin.value + path_part(words).size());
  }

  // <mailto:name@host>, of which a description took the address: without its marks it is a sentence again.
  void open_autolink(const Target& target) {
    const std::string path = decoded(target);
    const std::string scheme = text::fold(scheme_of(path));
    const bool mail = scheme == "mailto" || scheme.empty();
    if (is_public_scheme(scheme) || is_taken(target.range) || (mail && !is_touched(target.range))) return;
    const text::ByteRange whole = text::range(target.range.begin.value - 1, target.range.end.value + 1);
    std::string words =
        mail ? planned_in(target.range).first->replacement : neutral_name(path, target.kind, language_);
    hidden_.push_back({whole, std::move(words)});
  }

  // Paths that are written as file names are, without capitals, and that no finding saw.
  void hide_telling(const std::vector<Target>& targets) {
    std::vector<std::string> names;
    std::vector<std::size_t> owner;
    for (std::size_t i = 0; i < targets.size(); ++i) {
      for (std::string& part : parts_of(path_part(decoded(targets[i])))) {
        names.push_back(std::move(part));
        owner.push_back(i);
      }
    }
    if (names.empty()) return;
    policy::Policy of_names = policy_;
    of_names.ignored.insert(policy::Category::Date);  // where dates are masked they are findings
    const std::vector<bool> telling = telling_names(names, note_, of_names);
    std::size_t done = targets.size();
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (!telling[i] || owner[i] == done) continue;
      done = owner[i];
      hide(targets[done], decoded(targets[done]));
    }
  }

  std::vector<text::TextEdit> with_hidden() {
    const auto by_begin = [](const text::TextEdit& a, const text::TextEdit& b) {
      return a.range.begin < b.range.begin;
    };
    std::sort(hidden_.begin(), hidden_.end(), by_begin);
    std::vector<text::TextEdit> out;
    auto next = planned_.begin();
    for (text::TextEdit& edit : hidden_) {
      for (; next != planned_.end() && next->range.end <= edit.range.begin; ++next) out.push_back(*next);
      while (next != planned_.end() && edit.range.contains(next->range)) ++next;
      out.push_back(std::move(edit));
    }
    out.insert(out.end(), next, planned_.end());
    return out;
  }

  std::string_view note_;
  const std::vector<text::TextEdit>& planned_;
  const policy::Policy& policy_;
  text::Language language_;
  std::vector<text::TextEdit> hidden_;
};

}  // namespace

std::vector<text::TextEdit> with_private_places(std::string_view note,
                                                const std::vector<text::TextEdit>& planned,
                                                const policy::Policy& policy, text::Language language) {
  return PrivatePlaces(note, planned, policy, language).take();
}

}  // namespace paravent::anonymise
