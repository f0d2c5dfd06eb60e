// A list that has seen other versions of a note writes what one that has seen none does.
#include "lsp-server/features/diagnostic_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "detect/find.hpp"
#include "text/document.hpp"

namespace paravent::lsp {
namespace {

constexpr std::string_view note =
    "# Séance\n\nClaire Kerguelen dirige Thermozeo. Claire doute d’elle 😀, Béa la rassure.\n\n"
    "Son collègue Yvon Andrezieux (06 12 34 56 78) vit à Nantes ; Yvon est diabétique.\r\n"
    "Mme Kerguelen écrit à b.andrezieux@thermozeo.fr. Kerguelen ou Claire rappelle.\n";

// What changes what is found, who is meant, and where it stands.
constexpr std::array<std::string_view, 14> typed{"a",
                                                 "é",
                                                 "😀",
                                                 " ",
                                                 "\n",
                                                 "\r\n",
                                                 "\n\n",
                                                 "Claire ",
                                                 "Claire Andrezieux ",
                                                 "Claire Le Goff ",
                                                 "Claire Solveig Kerguelen, ",
                                                 "Yvon",
                                                 " 06 12 34 56 78 ",
                                                 "elle est enceinte. "};

// One note, edited and looked at in any way.
class Versions {
 public:
  explicit Versions(unsigned seed) : random_(seed) {}

  void edit() {
    std::size_t begin = below(text_.size());
    std::size_t end = std::min(text_.size(), begin + (below(3) == 0 ? below(20) : 0));
    for (std::size_t* at : {&begin, &end})
      while (*at > 0 && *at < text_.size() && (static_cast<unsigned char>(text_[*at]) & 0xC0U) == 0x80U)
        --*at;
    text_.replace(begin, end - begin, below(5) == 0 ? "" : typed[below(typed.size() - 1)]);
  }

  void look_in_another_way() {
    constexpr std::array saves{policy::SaveMode::Warn, policy::SaveMode::Strict};
    constexpr std::array encodings{text::PositionEncoding::Utf8, text::PositionEncoding::Utf16};
    policy_.save = saves[below(1)];
    encoding_ = encodings[below(1)];
    language_ = below(1) == 0 ? text::Language::French : text::Language::English;
    uri_ = below(1) == 0 ? "file:///a.md" : "file:///b.md";
    related_ = below(3) > 0;
    display_.hints = below(2) > 0;
  }

  // Nothing may be left of them where they do not belong.
  void show_risks() { risks_ = {{"Claire Kerguelen", "", "Elle seule."}}; }

  std::string written_by(DiagnosticList& list) const {
    const text::Document document(text_, 0);
    const auto analysis = detect::find(text_, policy_, {});
    return list.write({uri_, document, *analysis, policy_, encoding_, language_, display_}, related_, risks_);
  }

  std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end)(random_); }

 private:
  std::mt19937 random_;
  std::string text_{note};
  policy::Policy policy_;
  text::PositionEncoding encoding_ = text::PositionEncoding::Utf16;
  text::Language language_ = text::Language::French;
  std::string uri_ = "file:///a.md";
  bool related_ = true;
  Display display_;
  std::vector<RiskRemark> risks_;
};

TEST(DiagnosticList, OfAnyVersionsWritesWhatANewOneWrites) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    Versions versions(seed);
    DiagnosticList list;
    if (seed % 2 == 0) versions.show_risks();
    for (int version = 0; version < 60; ++version) {
      DiagnosticList fresh;
      ASSERT_EQ(versions.written_by(list), versions.written_by(fresh)) << seed << ": " << version;
      versions.edit();
      if (versions.below(9) == 0) versions.look_in_another_way();
    }
  }
}

// A second Claire, further down, puts the first one's short name in doubt without moving it.
TEST(DiagnosticList, SaysAnewWhoIsMeantWhereNothingMoved) {
  const policy::Policy policy;
  DiagnosticList list;
  const auto write = [&](const std::string& text) {
    const text::Document document(text, 0);
    const auto analysis = detect::find(text, policy, {});
    return list.write({"file:///a.md",
                       document,
                       *analysis,
                       policy,
                       text::PositionEncoding::Utf16,
                       text::Language::English,
                       {}},
                      false);
  };
  const std::string one = "Claire Kerguelen est venue. Avec Claire, nous avons parlé.\n\n";
  EXPECT_EQ(write(one).find("could be meant"), std::string::npos);
  EXPECT_NE(write(one + "Claire Andrezieux est venue.\n").find("could be meant"), std::string::npos);
}

}  // namespace
}  // namespace paravent::lsp
