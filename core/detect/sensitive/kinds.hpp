// The kinds of special categories as findings name and explain them.
#pragma once

#include <optional>
#include <string_view>

#include "knowledge/sensitive.hpp"
#include "text/language.hpp"

namespace paravent::detect::sensitive {

std::string_view rule_of(knowledge::SensitiveKind kind);  // "sensitive.health"
std::optional<knowledge::SensitiveKind> kind_of(std::string_view rule);

text::Wording subject_of(knowledge::SensitiveKind kind);  // "Une information de santé"
text::Wording advice_for(knowledge::SensitiveKind kind);  // a sentence: what to do with it

}  // namespace paravent::detect::sensitive
