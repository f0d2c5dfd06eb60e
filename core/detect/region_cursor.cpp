#include "detect/region_cursor.hpp"

#include <algorithm>

namespace paravent::detect {
namespace {

using markdown::RegionKind;

Places places_of(RegionKind kind) {
  Places places;
  if (!markdown::rule_of(kind).names) places.add(Where::NoNames);
  if (markdown::rule_of(kind).code_like) places.add(Where::Code);
  switch (kind) {
    case RegionKind::FrontMatterKey:
      places.add(Where::FrontMatterKey);
      break;
    case RegionKind::FrontMatterValue:
      places.add(Where::FrontMatterValue);
      break;
    case RegionKind::Heading:
      places.add(Where::Heading);
      break;
    case RegionKind::ListItem:
      places.add(Where::ListItem);
      break;
    case RegionKind::TableCell:
      places.add(Where::Cell);
      break;
    case RegionKind::WikiTarget:
    case RegionKind::WikiAlias:
      places.add(Where::Wikilink);
      break;
    case RegionKind::Tag:
      places.add(Where::Tag);
      break;
    case RegionKind::LinkTarget:
    case RegionKind::LinkText:
    case RegionKind::AutoLink:
      places.add(Where::Link);
      break;
    case RegionKind::Emphasis:
      places.add(Where::Emphasis);
      break;
    case RegionKind::Quote:
      places.add(Where::Quoted);
      break;
    default:
      break;
  }
  return places;
}

// The innermost region says whether names are looked for: what people read in a tag is text.
Places nested(Places places, Places around) {
  const bool names = !places.has(Where::NoNames);
  places.add(around);
  if (names) places.remove(Where::NoNames);
  return places;
}

}  // namespace

void RegionCursor::move_to(std::uint32_t offset) {
  while (!open_.empty() && open_.back().end <= offset) open_.pop_back();
  while (next_ < regions_.size() && begin_of(next_) <= offset) {
    const std::uint32_t end = end_of(next_);
    const RegionKind kind = regions_[next_++].kind;
    if (end <= offset) continue;
    while (!open_.empty() && open_.back().end < end) open_.pop_back();
    Places places = places_of(kind);
    if (!open_.empty()) places = nested(places, open_.back().places);
    open_.push_back({end, kind, places});
  }
  places_ = open_.empty() ? Places() : open_.back().places;
  stable_until_ = open_.empty() ? UINT32_MAX : open_.back().end;
  if (next_ < regions_.size()) stable_until_ = std::min(stable_until_, begin_of(next_));
}

bool RegionCursor::closes_emphasis(std::uint32_t offset) const {
  for (std::size_t i = open_.size(); i > 0 && open_[i - 1].end <= offset; --i) {
    if (open_[i - 1].end == offset && open_[i - 1].kind == RegionKind::Emphasis) return true;
  }
  return false;
}

std::size_t RegionCursor::first_from(std::uint32_t offset) const {
  const auto behind = regions_.begin() + static_cast<std::ptrdiff_t>(next_);
  const auto found = std::partition_point(behind, regions_.end(), [&](const markdown::Region& region) {
    return base_ + region.range.begin.value < offset;
  });
  return static_cast<std::size_t>(found - regions_.begin());
}

bool RegionCursor::opens_emphasis(std::uint32_t offset) const {
  for (std::size_t i = first_from(offset); i < regions_.size() && begin_of(i) == offset; ++i) {
    if (regions_[i].kind == RegionKind::Emphasis) return true;
  }
  return false;
}

std::uint32_t RegionCursor::behind_tag(std::uint32_t offset) const {
  for (std::size_t i = first_from(offset); i < regions_.size() && begin_of(i) == offset; ++i) {
    if (regions_[i].kind != RegionKind::HtmlTag) continue;
    const bool read = i + 1 < regions_.size() && begin_of(i + 1) < end_of(i);
    return read ? offset : end_of(i);
  }
  return offset;
}

}  // namespace paravent::detect
