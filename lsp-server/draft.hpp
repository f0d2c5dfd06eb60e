// One note as the client edits it, with its policy and what was found in its current version. Lives on the
// worker of its document: nothing here is shared.
//
// Invariant: the text is the client's, byte for byte, or the draft says that it is not (Lost). An edit that
// does not apply exactly loses the draft: no answer is better than one about another text.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "anonymise/plan.hpp"
#include "detect/note_analyser.hpp"
#include "lsp-server/aliases.hpp"
#include "lsp-server/caret.hpp"
#include "lsp-server/features/diagnostic_list.hpp"
#include "lsp-server/features/risk.hpp"
#include "lsp-server/protocol.hpp"
#include "lsp-server/session.hpp"
#include "lsp-server/settings.hpp"
#include "lsp-server/snapshot.hpp"
#include "lsp-server/unseen_edit.hpp"
#include "policy/policy.hpp"
#include "text/document.hpp"

namespace paravent::lsp {

inline constexpr std::size_t max_note_bytes = 16U << 20U;

// Why nothing can be said about a note, for the answer to a request.
struct Problem {
  ErrorCode code = ErrorCode::RequestFailed;
  std::string message;
};

// What the last save left to say about a note; shown at its start until a save makes it good.
struct SaveRemark {
  bool error = true;  // a promise was not kept; else a warning
  std::string message;
  bool operator==(const SaveRemark&) const = default;
};

// What the last save that puts aliases in place came to.
struct InPlace {
  std::size_t left = 0;                  // passages that stay for now, in the line that is being typed
  std::optional<text::Failure> failure;  // why nothing was replaced
};

class Draft {
 public:
  Draft(Session& session, std::string uri);

  void open(std::string text, std::int64_t version);
  void change(const DidChangeParams& params);
  // Until a full text comes, nothing is known of this note. `tell`: say so to the user, unless it was said
  // for all notes at once.
  void lose(bool tell);
  // The same, said to the user, when work on this note was cut short: by a lack of memory, mostly.
  void give_up();
  void close();
  // Reads the policy files again and tells the user about what is wrong with them.
  void read_policy();
  // The same when a file has changed on disk: what was said of another note in this session is not said
  // again, and neither is what was said of this one before. True when something is to be shown in another
  // way.
  bool reload_policy();
  // Reads what the other notes of the folder and the vault tell. True when something is to be shown in
  // another way now.
  bool read_folder();
  // What else is known when this note is read; valid while the draft is not changed.
  detect::Context context() const;
  // The same without what the vault knows.
  detect::Context own_context() const;
  // True when something is to be shown in another way now.
  bool set_settings(const Settings& settings);
  void set_save_remark(std::optional<SaveRemark> remark);
  void set_in_place(InPlace outcome) { in_place_ = std::move(outcome); }
  // How long the word under the caret stays hidden; nothing when none is.
  std::optional<std::chrono::milliseconds> hiding() const;
  // That time is over. True when the items that were last shown lacked something because of it.
  bool reveal();

  // The current version with its findings, computed at most once a version.
  std::variant<Snapshot, Problem> look();
  // The plan of the current version; nullptr when there is none. Only after look() gave a snapshot.
  const anonymise::Plan* plan();
  // What each finding of the current version would be replaced with on its own; likewise only after look().
  const std::vector<std::string>& replacements();
  // What weighed for one of the snapshot’s findings; likewise.
  std::vector<detect::Weighed> weigh(const detect::Finding& finding) { return analyser_->weigh(finding); }
  // The whole current version without what was found, as `paravent anonymise` gives it; in the policy's own
  // style when `style` is nothing. Only after look() gave a snapshot.
  text::Result<anonymise::Anonymised> anonymised(std::optional<policy::Style> style = std::nullopt);
  // Who could be recognised, as it was when the note was opened or when assess_risks() was last called.
  const std::vector<RiskRemark>& risks(const Snapshot& snapshot);
  // Whether the name of its file tells of somebody, as it was then, too.
  bool name_tells(const Snapshot& snapshot);
  // Reads that again. True when something else is to be shown now.
  bool assess_risks();
  // The items of the current version as JSON, and the id of that result. A problem becomes an item.
  const std::string& items();
  std::string result_id();
  // Sends the items as a push.
  void publish();

  const std::string& uri() const { return uri_; }
  const std::optional<std::filesystem::path>& path() const { return path_; }
  // Set while a policy file cannot be used: what a save must do is not known then.
  const std::optional<text::Failure>& policy_failure() const { return policy_failure_; }
  const policy::Policy& policy() const { return policy_; }
  const std::optional<SaveRemark>& save_remark() const { return save_remark_; }
  const InPlace& in_place() const { return in_place_; }
  // A save puts aliases in this note itself, if the vault allows it.
  bool wants_aliases() const {
    return session_.aliases != nullptr && path_ && policy_.save >= policy::SaveMode::InPlace;
  }
  // What else rewrites this note writes those aliases, too. In strict mode that waits for the vault: until
  // then a description that somebody asks for is the way to save.
  bool is_in_place() const {
    return wants_aliases() && (policy_.save == policy::SaveMode::InPlace || vault_is_ready_);
  }
  void set_vault_is_ready(bool ready);
  // The policy with which this note is rewritten: one that is rewritten in place gets aliases that come back.
  policy::Policy policy_to_write() const;
  const KnownInVault& known_in_vault() const { return known_; }
  // Aliases that the vault has given, where this note is rewritten with any.
  const std::vector<anonymise::Alias>& aliases_to_write() const {
    return aliases_for(policy_to_write().style);
  }
  // Nothing that is being typed there needs to be masked by an autosave yet.
  std::optional<text::ByteRange> line_being_typed() const {
    return caret_.line(Caret::Clock::now(), document_.text());
  }
  const text::Document& document() const { return document_; }
  // The text is the client's, even where it cannot be checked.
  bool has_text() const { return state_ == State::Open || state_ == State::TooLarge; }
  // What was found in the current version, if somebody has asked already.
  const detect::Analysis* known_analysis() const {
    return state_ == State::Open && analysed_ && analyser_->result() ? &analyser_->analysis() : nullptr;
  }
  std::int64_t version() const { return document_.version(); }
  text::Language language() const;  // of what is said about this note

 private:
  enum class State { Closed, Open, Lost, TooLarge };

  void apply(const ContentChange& change, std::int64_t version);
  void become_lost(const text::Wording& why);
  void text_changed();
  void settle_policy();
  void load_policy();
  void count_save_mode();
  void push(const std::int64_t* version, std::string_view items);
  void forget_findings();
  void forget_text();
  const text::Result<detect::Analysis>& analyse();
  // Descriptions take none.
  const std::vector<anonymise::Alias>& aliases_for(policy::Style style) const;
  // True when the vault tells something else than before.
  bool ask_vault();
  Display display() const;
  std::optional<Problem> problem() const;

  Session& session_;
  std::string uri_;
  std::optional<std::filesystem::path> path_;  // none for untitled notes and the like
  std::string file_stem_;                      // empty for a note that lies nowhere
  std::vector<detect::KnownName> folder_names_;
  KnownInVault known_;
  InPlace in_place_;
  bool vault_is_ready_ = false;  // when it was last asked
  State state_ = State::Closed;
  const text::Wording* why_lost_ = nullptr;  // of a lost one
  text::Document document_{"", 0};
  policy::Policy folder_policy_;  // of the user's and the folders' files
  bool policy_was_read_ = false;  // folder_policy_ is more than the defaults
  policy::Policy policy_;         // with the note's own front matter
  std::string front_matter_;      // that policy_ was settled with
  std::optional<text::Failure> policy_failure_;
  bool edits_on_save_ = false;  // as session_.save_edits counts this note
  Settings settings_;
  Caret caret_;
  bool hid_something_ = false;  // items_ lack what is under the caret
  std::optional<SaveRemark> save_remark_;
  // Made when somebody first asks what is found; behind the text by unseen_, until somebody asks again.
  std::optional<detect::NoteAnalyser> analyser_;
  UnseenEdit unseen_;
  bool analysed_ = false;  // analyser_ is up to date with the text and policy_
  // Of the current version and policy_; empty until somebody asks.
  std::optional<text::Result<anonymise::Plan>> plan_;
  std::optional<text::Result<anonymise::Anonymised>> anonymised_;
  std::optional<std::vector<std::string>> replacements_;
  const std::string* items_ = nullptr;  // those of list_, or other_items_
  // Of the version that was opened or saved; empty until somebody asks.
  std::optional<std::vector<RiskRemark>> risks_;
  std::optional<bool> name_tells_;
  DiagnosticList list_;  // of the version that was shown last
  std::string other_items_;
};

}  // namespace paravent::lsp
