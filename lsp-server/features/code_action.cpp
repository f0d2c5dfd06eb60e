#include "lsp-server/features/code_action.hpp"

#include <algorithm>

#include "lsp-server/features/diagnostic_writer.hpp"
#include "lsp-server/features/meant.hpp"
#include "lsp-server/features/workspace_edit.hpp"
#include "lsp-server/words.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

// More are of no use in a menu.
constexpr std::size_t max_findings = 20;
constexpr std::size_t max_hints = 1;  // each takes a plan of its own

// A kind asked for covers those below it: "source" covers "source.anonymise".
bool wants(const std::vector<std::string>& only, std::string_view kind) {
  if (only.empty()) return true;
  return std::any_of(only.begin(), only.end(), [&](const std::string& asked) {
    return asked.empty() || kind == asked ||
           (kind.size() > asked.size() && kind.substr(0, asked.size()) == asked && kind[asked.size()] == '.');
  });
}

std::string_view command_of(Scope scope) {
  switch (scope) {
    case Scope::This:
      return "paravent.replace";
    case Scope::All:
      return "paravent.replaceAll";
    case Scope::Everything:
      break;
  }
  return "paravent.anonymise";
}

class Actions {
 public:
  // `edits_wait`: see Computed.
  Actions(const Snapshot& snapshot, const ClientCapabilities& client, bool edits_wait)
      : snapshot_(snapshot), client_(client), edits_wait_(edits_wait) {
    json_.begin_array();
  }

  // Whether edits can come later, where they have to.
  bool can_fix() const {
    return !edits_wait_ || !client_.code_action_literals || client_.resolve_edit || client_.apply_edit;
  }

  // For a finding, or for the whole note where there is none. Without `edits` they come when the client
  // resolves the action, or sends its command.
  void add(Scope scope, std::string_view title, const detect::Finding* finding,
           const std::vector<text::TextEdit>* edits) {
    const text::ByteRange range =
        finding == nullptr ? text::range(0, snapshot_.text().size()) : finding->range;
    json_.begin_object().key("title").string(title);
    if (client_.code_action_literals) {
      json_.key("kind").string(scope == Scope::Everything ? "source.anonymise" : "quickfix");
      if (finding != nullptr && scope == Scope::This) {
        json_.key("diagnostics").begin_array();
        write_diagnostic(json_, snapshot_, *finding);
        json_.end_array();
      }
      switch (way_of(finding, edits)) {
        case Way::Resolved:
          json_.key("data");
          write_target(range, scope);
          break;
        case Way::Edit:
          json_.key("edit");
          write_workspace_edit(json_, snapshot_, *edits, client_);
          break;
        case Way::Command:
          json_.key("command").begin_object().key("title").string(title);
          write_command(range, scope);
          json_.end_object();
          break;
      }
    } else {
      write_command(range, scope);
    }
    json_.end_object();
  }

  // Edits that come with the action: few, and worked out already.
  void add_edits(std::string_view title, const detect::Finding& fixes,
                 const std::vector<text::TextEdit>& edits) {
    json_.begin_object().key("title").string(title).key("kind").string("quickfix");
    json_.key("diagnostics").begin_array();
    write_diagnostic(json_, snapshot_, fixes);
    json_.end_array().key("edit");
    write_workspace_edit(json_, snapshot_, edits, client_);
    json_.end_object();
  }

  // No text is changed: nothing waits to be resolved.
  void add(const CommandAction& action) {
    json_.begin_object().key("title").string(action.title);
    if (client_.code_action_literals) {
      json_.key("kind").string("quickfix").key("command").begin_object().key("title").string(action.title);
    }
    json_.key("command").string(action.command).key("arguments").begin_array();
    json_.raw(action.argument).end_array();
    if (client_.code_action_literals) json_.end_object();
    json_.end_object();
  }

  // The server works out the edits of all notes when it is asked for them.
  void add_rename() {
    const std::string_view title = words::rename_note_away.in(snapshot_.language);
    json_.begin_object().key("title").string(title);
    if (client_.code_action_literals) {
      json_.key("kind").string("refactor.rename").key("command").begin_object().key("title").string(title);
    }
    json_.key("command").string("paravent.renameNote").key("arguments").begin_array();
    json_.begin_object().key("uri").string(snapshot_.uri).end_object().end_array();
    if (client_.code_action_literals) json_.end_object();
    json_.end_object();
  }

  std::string take() {
    json_.end_array();
    return json_.take();
  }

 private:
  // How the edits come to the client.
  enum class Way { Edit, Resolved, Command };
  Way way_of(const detect::Finding* finding, const std::vector<text::TextEdit>* edits) const {
    const bool waits = edits_wait_ && finding != nullptr;
    // Some clients resolve what is only looked at: the vault would then know whoever is pointed out as
    // somebody to mask.
    if (waits && !masks(*finding) && client_.apply_edit) return Way::Command;
    if (client_.resolve_edit) return Way::Resolved;
    return edits == nullptr || waits ? Way::Command : Way::Edit;
  }

  void write_command(const text::ByteRange& range, Scope scope) {
    json_.key("command").string(command_of(scope)).key("arguments").begin_array();
    write_target(range, scope);
    json_.end_array();
  }

  void write_target(const text::ByteRange& range, Scope scope) {
    json_.begin_object().key("uri").string(snapshot_.uri).key("version").integer(snapshot_.version());
    json_.key("range");
    write_range(json_, snapshot_, range);
    json_.key("scope").string(name_of(scope)).end_object();
  }

  const Snapshot& snapshot_;
  const ClientCapabilities& client_;
  bool edits_wait_;
  JsonWriter json_;
};

// A hint under a finding that masks has nothing to add to it.
std::vector<const detect::Finding*> worth_a_fix(const Snapshot& snapshot, const text::ByteRange& range) {
  std::vector<const detect::Finding*> found = replaceable_at(snapshot, range, max_findings);
  const std::vector<const detect::Finding*> all = found;
  std::size_t hints = 0;
  std::erase_if(found, [&](const detect::Finding* finding) {
    if (masks(*finding)) return false;
    const bool covered = std::any_of(all.begin(), all.end(), [&](const detect::Finding* other) {
      return masks(*other) && other->range.overlaps(finding->range);
    });
    return covered || ++hints > max_hints;
  });
  return found;
}

void add_fixes(Actions& actions, const Snapshot& snapshot, const Computed& computed,
               const std::vector<const detect::Finding*>& findings) {
  Plans plans(snapshot, computed.plan, computed.style, computed.known);
  std::vector<std::vector<text::TextEdit>> done;
  for (const detect::Finding* finding : findings) {
    const anonymise::Plan* own = plans.of(*finding);
    if (own == nullptr) continue;
    auto edits = edits_of_this(snapshot, *own, *finding);
    // One edit may take several findings out: a name with its firm.
    if (edits.empty() || std::find(done.begin(), done.end(), edits) != done.end()) continue;
    actions.add(Scope::This, title_of_this(snapshot, edits), finding, &edits);
    done.push_back(std::move(edits));
  }
  std::vector<detect::EntityId> entities;
  for (const detect::Finding* finding : findings) {
    if (finding->entity == 0 || std::count(entities.begin(), entities.end(), finding->entity) > 0) continue;
    entities.push_back(finding->entity);
    const anonymise::Plan* own = plans.of(*finding);
    if (own == nullptr) continue;
    const auto edits = edits_of_all(snapshot, *own, *finding);
    if (edits.empty() || std::find(done.begin(), done.end(), edits) != done.end()) continue;
    actions.add(Scope::All, title_of_all(snapshot, *finding, edits), finding, &edits);
  }
}

// A client without literals takes commands alone: there the coach writes the name.
void add_who_is_meant(Actions& actions, const Snapshot& snapshot,
                      const std::vector<const detect::Finding*>& findings) {
  for (const detect::Finding* finding : findings) {
    for (const detect::Entity* person : could_be_meant(snapshot, *finding)) {
      const auto edits = say_who(snapshot, *finding, *person);
      if (edits.empty()) continue;
      actions.add_edits(text::fill(words::it_is, snapshot.language, {person->canonical}), *finding, edits);
    }
  }
}

void add_everything(Actions& actions, const Snapshot& snapshot, const Computed& computed,
                    const ClientCapabilities& client) {
  const std::string title = title_of_everything(snapshot);
  if (!client.code_action_literals || client.resolve_edit || client.apply_edit) {
    actions.add(Scope::Everything, title, nullptr, nullptr);
    return;
  }
  const auto whole = computed.whole();
  if (!whole || whole->empty()) return;
  actions.add(Scope::Everything, title, nullptr, &*whole);
}

}  // namespace

std::string code_actions(const Snapshot& snapshot, const Computed& computed, const CodeActionParams& params,
                         const ClientCapabilities& client) {
  Actions actions(snapshot, client, computed.edits_wait);
  if (wants(params.only, "quickfix")) {
    const auto findings = worth_a_fix(snapshot, snapshot.bytes(params.range));
    if (actions.can_fix()) add_fixes(actions, snapshot, computed, findings);
    if (client.code_action_literals) add_who_is_meant(actions, snapshot, findings);
    if (computed.commands) {
      for (const CommandAction& action : computed.commands(snapshot.bytes(params.range))) actions.add(action);
    }
  }
  if (wants(params.only, "source.anonymise") && anything_to_replace(snapshot)) {
    add_everything(actions, snapshot, computed, client);
  }
  if (client.can_rename_files() && wants(params.only, "refactor.rename") && computed.name_tells()) {
    actions.add_rename();
  }
  return actions.take();
}

std::string resolved_action(const Snapshot& snapshot, const ResolveParams& params,
                            const std::vector<text::TextEdit>& edits, const ClientCapabilities& client,
                            const std::vector<text::TextEdit>& unsure) {
  JsonWriter edit;
  write_workspace_edit(edit, snapshot, edits, client, unsure);
  std::string action = params.action;  // an object that is not empty: it has `data`
  action.pop_back();
  return action.append(",\"edit\":").append(edit.take()).append("}");
}

}  // namespace paravent::lsp
