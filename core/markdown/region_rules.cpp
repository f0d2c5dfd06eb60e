// What is looked for in each region. Names in code are looked for as whole words only (code_like). The target
// of a link to another note bears a name as its text does; one to a web page is an identifier as a whole.
#include "markdown/region.hpp"

namespace paravent::markdown {
namespace {

constexpr RegionRule text_rule = {true, true, false};
constexpr RegionRule code_rule = {true, true, true};
constexpr RegionRule address_rule = {false, true, false};
constexpr RegionRule nothing = {false, false, false};

}  // namespace

RegionRule rule_of(RegionKind kind) {
  switch (kind) {
    case RegionKind::TaskMarker:
    case RegionKind::FenceInfo:
    case RegionKind::CalloutType:
    case RegionKind::Math:
      return nothing;
    case RegionKind::FrontMatterKey:
    case RegionKind::CodeSpan:
    case RegionKind::CodeBlock:
      return code_rule;
    case RegionKind::AutoLink:
    case RegionKind::HtmlTag:
      return address_rule;
    case RegionKind::FrontMatterValue:
    case RegionKind::Heading:
    case RegionKind::ListItem:
    case RegionKind::TableCell:
    case RegionKind::PromptBlock:
    case RegionKind::Quote:
    case RegionKind::AiCallout:
    case RegionKind::Emphasis:
    case RegionKind::LinkText:
    case RegionKind::LinkTarget:
    case RegionKind::LinkTitle:
    case RegionKind::ImageAlt:
    case RegionKind::WikiTarget:
    case RegionKind::WikiAlias:
    case RegionKind::Tag:
    case RegionKind::HtmlComment:
    case RegionKind::Footnote:
      return text_rule;
  }
  return text_rule;
}

}  // namespace paravent::markdown
