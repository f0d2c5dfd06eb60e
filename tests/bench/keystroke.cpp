// CPU microseconds of the core for a letter typed somewhere in a note, as JSON: the analysis behind each
// letter (detect::NoteAnalyser), and a plan of the note as it then is. Beside them a whole analysis of the
// same text, for the ratio.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "anonymise/plan.hpp"
#include "detect/note_analyser.hpp"
#include "text/unicode.hpp"

namespace {

using namespace paravent;

double microseconds() {
  return 1e6 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Times {
  std::vector<double> all;

  template <class F>
  void measure(F f) {
    const double begin = microseconds();
    f();
    all.push_back(microseconds() - begin);
  }
  void print(const char* name) {
    std::sort(all.begin(), all.end());
    double sum = 0;
    for (const double time : all) sum += time;
    const auto at = [&](double share) {
      return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))];
    };
    std::printf("\"%s\": {\"mean\": %.0f, \"p50\": %.0f, \"p99\": %.0f}", name,
                sum / static_cast<double>(all.size()), at(0.5), at(0.99));
  }
};

// Starts of words, all over the note.
std::vector<std::size_t> places_of(const std::string& text, std::size_t count) {
  std::mt19937 random(1);
  std::uniform_int_distribution<std::size_t> anywhere(0, text.size() - 1);
  std::vector<std::size_t> out;
  while (out.size() < count) {
    const std::size_t space = text.find(' ', anywhere(random));
    if (space != std::string::npos) out.push_back(space + 1);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: keystroke FILE\n", stderr);
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(file), {});
  const policy::Policy policy;
  const std::string typed = "Elle a revu ";
  detect::NoteAnalyser analyser(text, policy, {});
  Times letters;
  Times whole;
  Times plans;
  for (const std::size_t place : places_of(text, 40)) {
    for (std::size_t i = 0; i < typed.size(); ++i) {
      const text::TextEdit edit{text::range(place + i, place + i), typed.substr(i, 1)};
      text.insert(place + i, 1, typed[i]);
      letters.measure([&] { analyser.update(edit, text); });
    }
    if (!analyser.result()) return 1;
    plans.measure([&] { static_cast<void>(anonymise::plan(text, analyser.analysis(), policy, {})); });
    whole.measure([&] { static_cast<void>(detect::find(text, policy, {})); });
  }
  std::printf("{");
  letters.print("letter");
  std::printf(", ");
  plans.print("plan");
  std::printf(", ");
  whole.print("whole");
  std::printf("}\n");
  return 0;
}
