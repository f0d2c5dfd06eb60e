// How much slower find() is per byte on a text that is many times longer, for inputs made to be hard, as
// JSON:
// {"input": ratio, …} and, last, "worst". Linear cost is a ratio near 1; the process fails above `most`.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "detect/find.hpp"
#include "policy/policy.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using Make = std::function<std::string(std::size_t)>;

constexpr std::size_t small = 2000;
constexpr std::size_t times = 16;
// Caches hold the short text and not the long one; a cost that grows with the length gives 16.
constexpr double most = 4;

struct Input {
  const char* name;
  Make make;  // of so many parts
};

// A word that no table has, other for each number.
std::string rare_word(std::size_t number) {
  std::string word = "Q";
  for (; number > 0; number /= 20) word += "bdfglmnprstvaeiouzjk"[number % 20];
  return word + "oxa";
}

Make repeated(const std::string& part) {
  return [part](std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += part;
    return out;
  };
}

Make numbered(const std::string& before, const std::string& after) {
  return [before, after](std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out.append(before).append(rare_word(i)).append(after);
    return out;
  };
}

std::vector<Input> inputs() {
  return {
      {"one paragraph of names", repeated("Claire Dupont ")},
      {"one given name, other surnames", numbered("Claire ", " parle. ")},
      {"one surname, other given names", numbered("", " Vasseur parle. ")},
      {"the given name that all of them bear",
       [](std::size_t n) { return numbered("Claire ", ". ")(n) + repeated("Claire dit. ")(n); }},
      {"surnames one letter apart",
       [](std::size_t n) {
         std::string out;
         for (std::size_t i = 0; i < n; ++i)
           out += "Paul Kerv" + std::string(1, static_cast<char>('a' + i % 26)) + "dec" +
                  rare_word(i % 40).substr(1) + ". ";
         return out;
       }},
      {"initials", repeated("C.D. et P. K. ")},
      {"capitals without end", repeated("MAIRIE DE ")},
      {"heads without a name", repeated("lycée de la chambre de ")},
      {"one word", repeated("claire-")},
      {"logins", numbered("c.", "_dupont ")},
      {"quotations", repeated("Selon Rogers (1961), ")},
      {"references without end", repeated("Rooke, D., & ")},
      {"letters", repeated("Vu F et T, ")},
      {"open fences", repeated("```\nClaire\n")},
      {"open links", repeated("[[Claire ")},
      {"table cells", repeated("| Claire Dupont ")},
  };
}

double seconds_for(const std::string& text) {
  const paravent::policy::Policy policy;
  std::chrono::duration<double> fastest{1e9};
  for (int pass = 0; pass < 3; ++pass) {
    const auto begin = Clock::now();
    if (!paravent::detect::find(text, policy, {})) std::abort();
    fastest = std::min<std::chrono::duration<double>>(fastest, Clock::now() - begin);
  }
  return fastest.count();
}

}  // namespace

int main() {
  double worst = 0;
  std::fputs("{", stdout);
  for (const Input& input : inputs()) {
    const std::string few = input.make(small);
    const std::string many = input.make(small * times);
    const double per_byte = seconds_for(few) / static_cast<double>(few.size());
    const double ratio = seconds_for(many) / static_cast<double>(many.size()) / per_byte;
    worst = std::max(worst, ratio);
    std::printf("\"%s\": %.2f, ", input.name, ratio);
  }
  std::printf("\"worst\": %.2f}\n", worst);
  return worst > most ? 1 : 0;
}
