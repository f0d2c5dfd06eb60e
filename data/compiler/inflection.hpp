// The forms of a phrase whose words bear marks: * agrees in gender and number as French adjectives and nouns
// of persons do, + takes a plural.
#pragma once

#include <string>
#include <vector>

namespace paravent::data {

// "délégué* syndical*" → délégué syndical, déléguée syndicale, délégués syndicaux, déléguées syndicales.
std::vector<std::string> inflected(const std::string& phrase);

}  // namespace paravent::data
