#include "lsp-server/draft.hpp"

#include <algorithm>
#include <array>

#include "anonymise/untold_name.hpp"
#include "lsp-server/features/diagnostics.hpp"
#include "lsp-server/features/save_remark.hpp"
#include "lsp-server/uri.hpp"
#include "lsp-server/words.hpp"
#include "markdown/front_matter.hpp"
#include "text/wording.hpp"
#include "workspace/policy_files.hpp"

namespace paravent::lsp {
namespace {

bool hides_something(const Snapshot& snapshot) {
  const auto& findings = snapshot.analysis.findings;
  return snapshot.display.hidden &&
         std::any_of(findings.begin(), findings.end(), [&](const detect::Finding& finding) {
           return snapshot.display.hidden->overlaps(finding.range);
         });
}

// A client that pulls and cannot be asked to pull again would never see what was hidden.
bool can_hide(const Session& session) {
  return session.caret_delay.count() > 0 &&
         (!session.client.pull_diagnostics || session.client.refresh_diagnostics);
}

}  // namespace

Draft::Draft(Session& session, std::string uri)
    : session_(session),
      uri_(std::move(uri)),
      path_(path_of_uri(uri_)),
      file_stem_(path_ ? path_->stem().string() : std::string()) {}

text::Language Draft::language() const {
  if (session_.language_forced) return session_.language;
  if (settings_.language) return *settings_.language;
  return policy_.language.value_or(session_.language);
}

void Draft::open(std::string text, std::int64_t version) {
  state_ = State::Lost;  // until the text is taken in
  why_lost_ = &words::lost;
  forget_text();
  document_.reset(std::move(text), version);
  state_ = State::Open;
  caret_.leave();
  save_remark_.reset();
  in_place_ = {};
  risks_.reset();
  name_tells_.reset();
  read_policy();
  text_changed();
}

void Draft::change(const DidChangeParams& params) {
  if (state_ == State::Closed) return;
  const std::int64_t version = params.version.value_or(document_.version() + 1);
  for (const ContentChange& change : params.changes) apply(change, version);
  text_changed();
}

void Draft::apply(const ContentChange& change, std::int64_t version) {
  const std::size_t size = document_.text().size();
  if (!change.range) {
    if (analyser_) unseen_.replace_all(document_.text(), change.text);
    document_.reset(change.text, version);
    state_ = State::Open;
    caret_.leave();
  } else if (state_ != State::Lost) {
    const auto edit = document_.replace(*change.range, change.text, session_.encoding, version);
    if (!edit) {
      lose(true);
      return;
    }
    if (analyser_) unseen_.replace(edit->range, size);
    if (session_.caret_delay.count() > 0) {
      caret_.edited(*edit, document_.text(), Caret::Clock::now() + session_.caret_delay);
    }
  }
}

void Draft::lose(bool tell) {
  if (state_ == State::Closed || state_ == State::Lost) return;
  become_lost(tell ? words::lost : words::lost_message);
  session_.log.event(Log::Level::Warning, "draft lost", {session_.log.document(uri_)});
  if (tell) session_.tell(MessageType::Error, words::lost.in(language()));
}

void Draft::give_up() {
  const bool said = state_ == State::Lost && why_lost_ == &words::gave_up;
  if (state_ == State::Closed || said) return;
  become_lost(words::gave_up);
  session_.tell(MessageType::Error, words::gave_up.in(language()));
}

// The state first: it holds even when there is no memory for what follows.
void Draft::become_lost(const text::Wording& why) {
  state_ = State::Lost;
  why_lost_ = &why;
  forget_text();
  document_.reset({}, document_.version());
  text_changed();
}

void Draft::close() {
  forget_text();
  document_.reset({}, 0);
  state_ = State::Closed;
  text_changed();
  count_save_mode();
  if (!session_.client.pull_diagnostics) {
    push(nullptr, "[]");
  }
}

// What was known of the last version is forgotten; what holds for any version is checked.
void Draft::text_changed() {
  forget_findings();
  if (state_ == State::Open && document_.text().size() > max_note_bytes) {
    state_ = State::TooLarge;
    forget_text();
    session_.tell(MessageType::Error, words::too_large.in(language()));
  } else if (state_ == State::TooLarge && document_.text().size() <= max_note_bytes) {
    state_ = State::Open;
  }
  if (state_ == State::Open) settle_policy();
}

void Draft::load_policy() {
  // A note that lies nowhere has the user's own policy.
  auto read = path_ ? workspace::policy_for_places(workspace::places_of_note(*path_))
                    : workspace::policy_for_folder("/");
  if (read) {
    policy_failure_.reset();
    folder_policy_ = read->policy;
    policy_was_read_ = true;
  } else {
    policy_failure_ = read.failure();
    // The user's own part still holds, and what was asked for before the file broke is not loosened.
    if (const auto own = workspace::user_policy()) {
      folder_policy_ = policy_was_read_ ? policy::stricter(folder_policy_, own->policy) : own->policy;
    }
  }
  front_matter_.clear();
  const policy::Policy before = policy_;
  policy_ = folder_policy_;
  settle_policy();
  if (policy_ != before) forget_findings();
  count_save_mode();
  if (!read) return;
  for (const workspace::FileRemark& remark : read->remarks) {
    session_.tell_once(MessageType::Warning, remark.in(language()));
  }
  for (const policy::Remark& remark : workspace::policy_for_note(folder_policy_, front_matter_).remarks) {
    session_.tell_once(MessageType::Warning, language() == text::Language::English ? remark.en : remark.fr);
  }
}

void Draft::read_policy() {
  load_policy();
  if (policy_failure_) {
    session_.tell(MessageType::Error,
                  text::fill(words::policy_broken, language(), {in(*policy_failure_, language())}));
  }
}

bool Draft::reload_policy() {
  const policy::Policy before = policy_;
  const bool broken_before = policy_failure_.has_value();
  load_policy();
  if (policy_failure_) {
    const std::string words =
        text::fill(words::policy_broken, language(), {in(*policy_failure_, language())});
    // Once for all the notes that are open; again when it was mended and broke again.
    if (!broken_before) session_.tell_in_turn(MessageType::Error, words);
  }
  return policy_ != before;
}

// Tells the session whether this note's mode changes it on save.
void Draft::count_save_mode() {
  const bool edits = state_ != State::Closed && policy_.save >= policy::SaveMode::InPlace;
  if (edits == edits_on_save_) return;
  edits_on_save_ = edits;
  if (edits) {
    session_.save_edits.begin();
  } else {
    session_.save_edits.end();
  }
}

bool Draft::set_settings(const Settings& settings) {
  if (settings == settings_) return false;
  settings_ = settings;
  items_ = nullptr;
  risks_.reset();  // their words may be in another language now
  return true;
}

void Draft::set_save_remark(std::optional<SaveRemark> remark) {
  if (remark == save_remark_) return;
  save_remark_ = std::move(remark);
  items_ = nullptr;
}

std::optional<std::chrono::milliseconds> Draft::hiding() const {
  if (!can_hide(session_) || !caret_.hidden(Caret::Clock::now())) return std::nullopt;
  return session_.caret_delay;
}

bool Draft::reveal() {
  caret_.leave();
  if (!hid_something_) return false;
  items_ = nullptr;
  return true;
}

Display Draft::display() const {
  return {settings_.hints, settings_.inlay_hints, settings_.real_names,
          can_hide(session_) ? caret_.hidden(Caret::Clock::now()) : std::nullopt};
}

// The text is another one, not an edit of the one before.
void Draft::forget_text() {
  analyser_.reset();
  unseen_.clear();
  forget_findings();
  list_.clear();
  other_items_.clear();
}

void Draft::forget_findings() {
  analysed_ = false;
  plan_.reset();
  anonymised_.reset();
  replacements_.reset();
  items_ = nullptr;
}

// The switches in the front matter of the note hold from the moment they are typed.
void Draft::settle_policy() {
  const std::string_view front_matter =
      document_.text().substr(0, markdown::front_matter_size(document_.text()));
  if (front_matter == front_matter_) return;
  front_matter_ = front_matter;
  policy_ = workspace::policy_for_note(folder_policy_, front_matter).policy;
  count_save_mode();
}

std::optional<Problem> Draft::problem() const {
  switch (state_) {
    case State::Open:
      return std::nullopt;
    case State::Lost:
      return Problem{ErrorCode::ContentModified, std::string(why_lost_->in(language()))};
    case State::TooLarge:
      return Problem{ErrorCode::RequestFailed, std::string(words::too_large.in(language()))};
    case State::Closed:
      break;
  }
  return Problem{ErrorCode::InvalidParams, std::string(words::not_open.in(language()))};
}

std::variant<Snapshot, Problem> Draft::look() {
  if (auto why_not = problem()) return std::move(*why_not);
  const text::Result<detect::Analysis>& found = analyse();
  if (!found) {
    return Problem{ErrorCode::RequestFailed,
                   text::fill(words::not_checked, language(), {in(found.failure(), language())})};
  }
  return Snapshot{uri_, document_, *found, policy_, session_.encoding, language(), display()};
}

const text::Result<detect::Analysis>& Draft::analyse() {
  if (!analyser_) {
    analyser_.emplace(document_.text(), policy_, context());
  } else if (!analysed_) {
    analyser_->set_policy(policy_);
    if (!unseen_.empty()) analyser_->update(unseen_.take(document_.text()), document_.text());
  }
  analysed_ = true;
  return analyser_->result();
}

const std::vector<std::string>& Draft::replacements() {
  if (!replacements_) {
    const detect::Analysis* analysis = known_analysis();
    replacements_ = analysis != nullptr ? anonymise::replacements(document_.text(), *analysis, policy_)
                                        : std::vector<std::string>();
  }
  return *replacements_;
}

text::Result<anonymise::Anonymised> Draft::anonymised(std::optional<policy::Style> style) {
  const bool own_style = !style || *style == policy_to_write().style;
  if (own_style && anonymised_) return *anonymised_;
  policy::Policy policy = policy_to_write();
  if (style) policy.style = *style;
  auto out = anonymise::anonymise(document_.text(), *analyse(), policy, context(), aliases_for(policy.style));
  if (own_style) anonymised_ = out;
  return out;
}

const anonymise::Plan* Draft::plan() {
  const detect::Analysis* analysis = known_analysis();
  if (analysis == nullptr) return nullptr;
  if (!plan_) {
    const policy::Policy policy = policy_to_write();
    plan_ = anonymise::plan(document_.text(), *analysis, policy, aliases_for(policy.style));
  }
  return *plan_ ? &**plan_ : nullptr;
}

const std::vector<RiskRemark>& Draft::risks(const Snapshot& snapshot) {
  if (!risks_) risks_ = risk_remarks(snapshot);
  return *risks_;
}

bool Draft::name_tells(const Snapshot& snapshot) {
  if (!name_tells_) name_tells_ = path_ && anonymise::tells_of_someone(file_stem_, snapshot.text(), policy_);
  return *name_tells_;
}

bool Draft::assess_risks() {
  name_tells_.reset();
  const auto seen = look();
  const auto* snapshot = std::get_if<Snapshot>(&seen);
  if (snapshot == nullptr) return false;
  auto risks = risk_remarks(*snapshot);
  const bool changed = risks != risks_.value_or(std::vector<RiskRemark>());
  risks_ = std::move(risks);
  if (changed) items_ = nullptr;
  return changed;
}

const std::string& Draft::items() {
  if (items_ == nullptr) {
    const auto seen = look();
    if (const auto* snapshot = std::get_if<Snapshot>(&seen)) {
      items_ = &list_.write(*snapshot, session_.client.related_information, risks(*snapshot));
      hid_something_ = hides_something(*snapshot);
    } else {
      other_items_ = unchecked_items(std::get<Problem>(seen).message);
      items_ = &other_items_;
      hid_something_ = false;
    }
    if (save_remark_) {
      other_items_ = with_remark(*items_, *save_remark_);
      items_ = &other_items_;
    }
  }
  return *items_;
}

std::string Draft::result_id() {
  return result_id_of(items());
}

void Draft::publish() {
  if (state_ == State::Closed) return;
  const std::int64_t version = document_.version();
  push(state_ == State::Lost ? nullptr : &version, items());
}

void Draft::push(const std::int64_t* version, std::string_view items) {
  const std::string head = push_head(uri_, version);
  const std::array<std::string_view, 3> params{head, items, "}"};
  session_.outbox.notify("textDocument/publishDiagnostics", params);
}

}  // namespace paravent::lsp
