// How much more a byte costs to restore in a text that is many times longer, as JSON: {"input": ratio, …}
// and, last, "worst". Linear cost is a ratio near 1; the process fails above `most`.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "anonymise/inverse.hpp"
#include "anonymise/restore.hpp"
#include "detect/alias_form.hpp"

namespace {

using paravent::anonymise::Alias;
using paravent::policy::Category;
using Clock = std::chrono::steady_clock;

constexpr std::size_t few_parts = 2000;
constexpr std::size_t times = 16;
constexpr double most = 4;  // caches hold the short text and not the long one; quadratic cost gives 16
constexpr std::size_t people = 300;

std::vector<Alias> aliases() {
  std::vector<Alias> out;
  for (std::size_t i = 0; i < people; ++i) {
    const std::string letters = paravent::detect::alias_letters(i);
    out.push_back({Category::Person, "Personne " + letters, "Zoélie Quarnon" + letters, {}});
  }
  return out;
}

std::string repeated(const std::string& part, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += part;
  return out;
}

std::string numbered(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out +=
        "Le " + std::to_string(i) + ", vu la Personne " + paravent::detect::alias_letters(i % people) + ".\n";
  }
  return out;
}

// A text that was written, where every other line has been changed since.
void restore_changed(const std::string& output, const std::vector<Alias>& known) {
  std::string changed;
  bool odd = false;
  for (const char c : output) {
    if (c == '\n') odd = !odd;
    if (c == '\n' && odd) changed += " (revu)";
    changed += c;
  }
  if (!paravent::anonymise::inverted(changed, output, {}, known)) std::abort();
}

struct Input {
  const char* name;
  std::function<std::string(std::size_t)> make;
  std::function<void(const std::string&, const std::vector<Alias>&)> run;
};

void restore(const std::string& text, const std::vector<Alias>& known) {
  if (paravent::anonymise::restore(text, known).text.empty()) std::abort();
}

std::vector<Input> inputs() {
  const auto of = [](const char* part) {
    return [part](std::size_t count) { return repeated(part, count); };
  };
  return {{"aliases in sentences", numbered, restore},
          {"aliases without end", of("Personne A "), restore},
          {"aliases of nobody", of("Personne QQZ "), restore},
          {"lists of letters", of("Personnes A, B et C, "), restore},
          {"half of an alias", of("Personne "), restore},
          {"every other line changed", numbered, restore_changed}};
}

double seconds_for(const Input& input, const std::string& text, const std::vector<Alias>& known) {
  std::chrono::duration<double> fastest{1e9};
  for (int pass = 0; pass < 3; ++pass) {
    const auto begin = Clock::now();
    input.run(text, known);
    fastest = std::min<std::chrono::duration<double>>(fastest, Clock::now() - begin);
  }
  return fastest.count();
}

}  // namespace

int main() {
  const std::vector<Alias> known = aliases();
  double worst = 0;
  std::fputs("{", stdout);
  for (const Input& input : inputs()) {
    const std::string few = input.make(few_parts);
    const std::string many = input.make(few_parts * times);
    const double per_byte = seconds_for(input, few, known) / static_cast<double>(few.size());
    const double ratio = seconds_for(input, many, known) / static_cast<double>(many.size()) / per_byte;
    worst = std::max(worst, ratio);
    std::printf("\"%s\": %.2f, ", input.name, ratio);
  }
  std::printf("\"worst\": %.2f}\n", worst);
  return worst > most ? 1 : 0;
}
