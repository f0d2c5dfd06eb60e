// What a diagnostic points to beside itself: other mentions of the same person, firm or place.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

class RelatedMentions {
 public:
  // `shown` are the findings that have a diagnostic, `places` where they stand; both outlive this.
  RelatedMentions(const Snapshot& snapshot, const std::vector<const detect::Finding*>& shown,
                  const std::vector<text::PositionRange>& places);

  static constexpr std::size_t a_few = 3;
  // Where the other mentions stand.
  struct Related {
    std::array<text::PositionRange, a_few> places{};
    std::size_t count = 0;
    bool operator==(const Related&) const = default;
  };
  // What diagnostic number `at` points to: the fullest form of the name, which says best why the short ones
  // were found, and the mentions before and after this one. In a long note only the first of these: they
  // would be more than all the rest.
  Related of(std::size_t at) const;
  // Writes it as the related information of a diagnostic of that category, if there is any.
  void write(JsonWriter& json, const Related& related, policy::Category category) const;

 private:
  static constexpr std::uint32_t none = ~0U;
  struct Neighbours {
    std::uint32_t before = none, behind = none;  // numbers of diagnostics
  };
  struct Others {
    std::array<std::uint32_t, a_few> all{};
    std::size_t count = 0;
    void add(std::uint32_t other, std::uint32_t self, std::size_t most);
  };

  const std::vector<const detect::Finding*>& shown_;
  const std::vector<text::PositionRange>& places_;
  std::size_t most_;
  std::vector<std::uint32_t> fullest_;    // by entity
  std::vector<Neighbours> neighbours_;    // by diagnostic: of the same entity
  std::string uri_;                       // as a member of a location
  std::string same_person_, same_thing_;  // as JSON
};

}  // namespace paravent::lsp
