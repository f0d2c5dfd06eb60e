// Which article goes with a name that comes back.
#pragma once

#include "anonymise/plan.hpp"

namespace paravent::anonymise {

// What the note said, else what the tables know: le CHU, la clinique, le Havre, le 12 mars. Never Unknown.
OwnArticle article_of(const Alias& alias);

}  // namespace paravent::anonymise
