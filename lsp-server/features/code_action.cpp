#include "lsp-server/features/code_action.hpp"

#include <algorithm>

#include "lsp-server/features/diagnostics.hpp"
#include "lsp-server/features/workspace_edit.hpp"

namespace paravent::lsp {
namespace {

// More are of no use in a menu.
constexpr std::size_t max_findings = 20;

// A kind asked for covers those below it: "source" covers "source.anonymise".
bool wants(const std::vector<std::string>& only, std::string_view kind) {
  if (only.empty()) return true;
  return std::any_of(only.begin(), only.end(), [&](const std::string& asked) {
    return asked.empty() || kind == asked ||
           (kind.size() > asked.size() && kind.substr(0, asked.size()) == asked && kind[asked.size()] == '.');
  });
}

class Actions {
 public:
  Actions(const Snapshot& snapshot, const ClientCapabilities& client) : snapshot_(snapshot), client_(client) {
    json_.begin_array();
  }

  void add(std::string_view title, std::string_view kind, std::string_view command,
           const text::ByteRange& range, const std::vector<text::TextEdit>& edits,
           const detect::Finding* fixes) {
    if (edits.empty()) return;
    json_.begin_object().key("title").string(title);
    if (client_.code_action_literals) {
      json_.key("kind").string(kind);
      if (fixes != nullptr) {
        json_.key("diagnostics").begin_array();
        write_diagnostic(json_, snapshot_, *fixes);
        json_.end_array();
      }
      json_.key("edit");
      write_workspace_edit(json_, snapshot_, edits, client_.document_changes);
    } else {
      json_.key("command").string(command).key("arguments").begin_array().begin_object();
      json_.key("uri").string(snapshot_.uri).key("version").integer(snapshot_.version()).key("range");
      write_range(json_, snapshot_, range);
      json_.end_object().end_array();
    }
    json_.end_object();
  }

  std::string take() {
    json_.end_array();
    return json_.take();
  }

 private:
  const Snapshot& snapshot_;
  const ClientCapabilities& client_;
  JsonWriter json_;
};

}  // namespace

std::string code_actions(const Snapshot& snapshot, const anonymise::Plan& plan,
                         const CodeActionParams& params, const ClientCapabilities& client) {
  Actions actions(snapshot, client);
  if (wants(params.only, "quickfix")) {
    const auto findings = replaceable_at(snapshot, snapshot.bytes(params.range), max_findings);
    for (const detect::Finding* finding : findings) {
      actions.add(title_of_this(snapshot, *finding), "quickfix", "paravent.replace", finding->range,
                  edits_of_this(snapshot, plan, *finding), finding);
    }
    std::vector<detect::EntityId> done;
    for (const detect::Finding* finding : findings) {
      if (finding->entity == 0 || std::find(done.begin(), done.end(), finding->entity) != done.end())
        continue;
      done.push_back(finding->entity);
      const auto edits = edits_of_all(snapshot, plan, *finding);
      if (edits.size() < 2) continue;  // the same as replacing this one
      actions.add(title_of_all(snapshot, *finding), "quickfix", "paravent.replaceAll", finding->range, edits,
                  nullptr);
    }
  }
  if (wants(params.only, "source.anonymise")) {
    actions.add(title_of_everything(snapshot), "source.anonymise", "paravent.anonymise",
                text::range(0, snapshot.text().size()), plan.edits.all(), nullptr);
  }
  return actions.take();
}

}  // namespace paravent::lsp
