#include "clients/left_alone.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "clients/aliases.hpp"

namespace paravent::clients {
namespace {

bool touches(const text::ByteRange& range, const text::ByteRange& part) {
  return range.begin <= part.end && part.begin <= range.end;
}

// The aliases that these edits write.
std::vector<std::string> written_of(const std::vector<anonymise::AliasForms>& all,
                                    const std::vector<text::TextEdit>& edits) {
  Owners owners;
  for (const anonymise::AliasForms& one : all) {
    store::Entry entry;
    entry.alias = entry.id = one.alias;
    owners.add(entry);
  }
  std::vector<std::string> out;
  for (const text::TextEdit& edit : edits) {
    if (std::string alias = owners.of(edit.replacement); !alias.empty()) out.push_back(std::move(alias));
  }
  return out;
}

}  // namespace

anonymise::Anonymised left_alone(std::string_view text, const anonymise::Anonymised& done,
                                 const text::ByteRange& part) {
  std::vector<text::TextEdit> edits = done.edits.all();
  std::erase_if(edits, [&](const text::TextEdit& edit) { return touches(edit.range, part); });
  const std::vector<std::string> written = written_of(done.forms, edits);
  const auto is_written = [&](const std::string& alias) {
    return std::find(written.begin(), written.end(), alias) != written.end();
  };
  const auto stands_elsewhere = [&](const std::string& form) {
    return std::any_of(edits.begin(), edits.end(), [&](const text::TextEdit& edit) {
      return text.substr(edit.range.begin.value, edit.range.size()).find(form) != std::string_view::npos;
    });
  };
  anonymise::Anonymised out;
  for (const anonymise::Alias& alias : done.aliases) {
    if (is_written(alias.alias)) out.aliases.push_back(alias);
  }
  for (anonymise::AliasForms one : done.forms) {
    if (!is_written(one.alias)) continue;
    std::erase_if(one.forms, [&](const std::string& form) { return !stands_elsewhere(form); });
    out.forms.push_back(std::move(one));
  }
  if (auto kept = text::TextEdits::make(std::move(edits), text.size())) out.edits = *std::move(kept);
  out.text = out.edits.apply(text);
  return out;
}

}  // namespace paravent::clients
