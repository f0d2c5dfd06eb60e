// SARIF 2.1.0 (OASIS standard): what code review and CI tools read.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "report/findings.hpp"

namespace paravent::report {

// Collects inputs one after the other; messages hold no text of a note.
class SarifLog {
 public:
  SarifLog(std::string_view version, const Options& options);
  void add(const Checked& input);
  std::string finish();  // the whole document, with a line end

 private:
  std::string version_;
  Options options_;
  std::string results_;
  std::set<std::string, std::less<>> rules_;
};

}  // namespace paravent::report
