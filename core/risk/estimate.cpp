#include "risk/estimate.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "knowledge/shares.hpp"

namespace paravent::risk {
namespace {

constexpr std::size_t most_changes = 3;
constexpr std::size_t most_alternatives = 2;

std::uint64_t part(std::uint64_t of, std::uint64_t per_million) {
  return of * per_million / million;
}

std::uint32_t share_of(std::string_view kind, std::string_view key) {
  const auto share = knowledge::share(kind, key);
  return share ? share->value : million;
}

// A fact as the changes leave it.
struct Said {
  const Fact* fact;
  bool coarser;
};

class Crowd {
 public:
  Crowd(std::span<const Fact> facts, std::span<const Change> changes) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const auto change =
          std::find_if(changes.begin(), changes.end(), [i](const Change& one) { return one.fact == i; });
      if (change != changes.end() && !change->coarser) continue;
      said_.push_back({&facts[i], change != changes.end()});
    }
  }

  std::uint64_t thousandths() const {
    const std::optional<Said> place = first(Trait::Place);
    const std::optional<Said> role = first(Trait::Role);
    const std::optional<Said> employer = first(Trait::Employer);
    std::uint64_t people = inhabitants(place);
    if (role) people = part(people, role->fact->of_workers);
    if (role && role->fact->in_place != 0 && place && is_town(*place)) {
      people = std::min(people, std::uint64_t{role->fact->in_place} * 1000);
    }
    if (employer) people = with_employer(people, role ? role->fact : nullptr, *employer->fact);
    const bool works = role.has_value() || employer.has_value();
    for (const Said& one : said_) {
      if (one.fact->trait <= Trait::Place) continue;
      const std::uint32_t workers = one.coarser ? one.fact->coarse_of_workers : one.fact->of_workers;
      const std::uint32_t anyone = one.coarser ? one.fact->coarse_of_anyone : one.fact->of_anyone;
      people = part(people, works ? workers : anyone);
    }
    return people;
  }

 private:
  std::optional<Said> first(Trait trait) const {
    for (const Said& one : said_) {
      if (one.fact->trait == trait) return one;
    }
    return std::nullopt;
  }

  // A town, rather than a region or "a large city".
  static bool is_town(const Said& place) { return place.fact->coarse_people != 0 && !place.coarser; }

  static std::uint64_t inhabitants(const std::optional<Said>& place) {
    const std::uint64_t country = share_of("country", "inhabitants");
    if (!place) return country * 1000;
    return std::uint64_t{place->coarser ? place->fact->coarse_people : place->fact->people} * 1000;
  }

  // Where most people of a role work for such an employer, that employer tells little more.
  static std::uint64_t with_employer(std::uint64_t people, const Fact* role, const Fact& employer) {
    if (role == nullptr) return part(part(people, share_of("country", "jobs")), employer.of_workers);
    if (!role->home.empty() && role->home == employer.home) return part(people, share_of("home", "jobs"));
    return part(people, employer.of_workers);
  }

  std::vector<Said> said_;
};

// What it costs a note to lose a fact: an exact age is soon given up, a role hardly ever.
unsigned cost_of(const Fact& fact, bool coarser) {
  if (coarser) return 2;
  switch (fact.trait) {
    case Trait::Role:
      return 8;
    case Trait::Employer:
    case Trait::Place:
      return 4;
    default:
      return 3;
  }
}

// Tries all sets of at most three changes; facts are few (assess() keeps the rarest).
class Search {
 public:
  explicit Search(std::span<const Fact> facts) : facts_(facts), before_(grade_of(estimate(facts))) {}

  std::vector<Changes> run() {
    if (before_ != Grade::Many) try_from(0, 0);
    return std::move(best_);
  }

 private:
  void try_from(std::size_t first, unsigned cost) {
    if (!chosen_.empty() && grade_of(estimate(facts_, chosen_)) > before_) {
      keep(cost);
      return;
    }
    if (chosen_.size() == most_changes) return;
    for (std::size_t i = first; i < facts_.size(); ++i) {
      for (const bool coarser : {true, false}) {
        if (coarser && !facts_[i].can_be_coarser()) continue;
        const unsigned with_this = cost + cost_of(facts_[i], coarser);
        if (with_this > least_) continue;
        chosen_.push_back({i, coarser});
        try_from(i + 1, with_this);
        chosen_.pop_back();
      }
    }
  }

  void keep(unsigned cost) {
    if (cost < least_) best_.clear();
    least_ = cost;
    if (best_.size() < most_alternatives) best_.push_back(chosen_);
  }

  std::span<const Fact> facts_;
  Grade before_;
  Changes chosen_;
  unsigned least_ = static_cast<unsigned>(-1);
  std::vector<Changes> best_;
};

}  // namespace

Grade grade_of(std::uint64_t thousandths) {
  if (thousandths < 10'000) return Grade::VeryFew;
  if (thousandths < 100'000) return Grade::Few;
  return thousandths < 1'000'000 ? Grade::Hundreds : Grade::Many;
}

std::uint64_t estimate(std::span<const Fact> facts, std::span<const Change> changes) {
  return Crowd(facts, changes).thousandths();
}

std::vector<Changes> smallest_changes(std::span<const Fact> facts) {
  return Search(facts).run();
}

}  // namespace paravent::risk
