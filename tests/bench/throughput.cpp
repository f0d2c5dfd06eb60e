// MB/s of the stages of `check` over the files given, one core, as JSON: {"floor": …, "blocks": …, "scan": …,
// "find": …, "additions": …}. The floor only adds up the bytes; a stage is compared with it, since machines
// differ more than programs. "additions" says how fast this one is just now: dependent additions, in 10^9 a
// second, one a clock tick.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "detect/find.hpp"
#include "detect/scan.hpp"
#include "markdown/block.hpp"
#include "policy/policy.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using Stage = std::function<std::size_t(std::string_view)>;

// What a stage returns is added up here, so that no compiler takes its work away.
std::size_t kept_result = 0;

// Of the fastest of many passes: whatever else the machine does only makes one slower.
double megabytes_a_second(const std::vector<std::string>& texts, const Stage& stage) {
  constexpr std::chrono::duration<double> at_least{1.0};
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  const auto begin = Clock::now();
  std::chrono::duration<double> fastest{1e9};
  while (Clock::now() - begin < at_least) {
    const auto pass = Clock::now();
    for (const std::string& text : texts) kept_result += stage(text);
    fastest = std::min<std::chrono::duration<double>>(fastest, Clock::now() - pass);
  }
  return static_cast<double>(bytes) / 1e6 / fastest.count();
}

std::size_t sum_of_bytes(std::string_view text) {
  std::size_t sum = 0;
  for (const char c : text) sum += static_cast<unsigned char>(c);
  return sum;
}

double additions_in_a_row() {
  constexpr std::uint64_t count = 20'000'000;
  std::chrono::duration<double> fastest{1e9};
  for (int pass = 0; pass < 10; ++pass) {
    std::uint64_t sum = 0;
    const auto begin = Clock::now();
    for (std::uint64_t i = 0; i < count; ++i) {
      sum += i;
      asm volatile("" : "+r"(sum));  // each waits for the one before
    }
    fastest = std::min<std::chrono::duration<double>>(fastest, Clock::now() - begin);
  }
  return static_cast<double>(count) / 1e9 / fastest.count();
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> texts;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  if (texts.empty()) {
    std::fputs("usage: throughput FILE…\n", stderr);
    return 2;
  }
  const paravent::policy::Policy policy;
  const double floor = megabytes_a_second(texts, sum_of_bytes);
  const double blocks = megabytes_a_second(
      texts, [](std::string_view t) { return paravent::markdown::split_blocks(t).size(); });
  const double scan = megabytes_a_second(
      texts, [](std::string_view t) { return paravent::detect::scan_identifiers(t).size(); });
  const double find = megabytes_a_second(texts, [&](std::string_view t) {
    const auto found = paravent::detect::find(t, policy, {});
    return found ? found->findings.size() : 0;
  });
  std::printf("{\"floor\": %.1f, \"blocks\": %.1f, \"scan\": %.1f, \"find\": %.2f, \"additions\": %.2f}\n",
              floor, blocks, scan, find, additions_in_a_row());
  return kept_result == 0 ? 1 : 0;
}
