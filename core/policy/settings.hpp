// What one source (a paravent.toml, a front matter) asks for, before anyone decides whether it may.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/policy.hpp"

namespace paravent::policy {

template <class T>
struct Setting {
  T value{};
  std::uint32_t line = 0;  // 1-based
};

struct Settings {
  std::optional<Setting<SaveMode>> save;
  std::optional<Setting<Style>> style;
  std::optional<Setting<CategorySet>> ignored;
  std::optional<Setting<CategorySet>> kept;
  std::optional<Setting<std::uint16_t>> threshold;
  std::optional<Setting<text::Language>> language;
  std::optional<Setting<bool>> root;
  std::vector<Remark> remarks;
};

inline constexpr std::uint16_t max_threshold = 1000;

inline constexpr std::array<std::pair<std::string_view, SaveMode>, 4> save_modes{
    {{"warn", SaveMode::Warn},
     {"twin", SaveMode::Twin},
     {"in-place", SaveMode::InPlace},
     {"strict", SaveMode::Strict}}};
inline constexpr std::array<std::pair<std::string_view, Style>, 3> styles{
    {{"generalise", Style::Generalise}, {"pseudonym", Style::Pseudonym}, {"fictitious", Style::Fictitious}}};
inline constexpr std::array<std::pair<std::string_view, text::Language>, 2> languages{
    {{"fr", text::Language::French}, {"en", text::Language::English}}};

template <class T, std::size_t N>
std::optional<T> value_of(const std::array<std::pair<std::string_view, T>, N>& names, std::string_view name) {
  for (const auto& [known, value] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

// "warn", "twin" …: the values a key takes, as a sentence lists them.
template <class T, std::size_t N>
std::string listed(const std::array<std::pair<std::string_view, T>, N>& names) {
  std::string out;
  for (const auto& [name, value] : names) {
    if (!out.empty()) out += ", ";
    out.append("\"").append(name).append("\"");
  }
  return out;
}

// `base` with these settings, as far as `level` may; what it may not is a remark.
Loaded apply(const Policy& base, Settings settings, Level level);

}  // namespace paravent::policy
