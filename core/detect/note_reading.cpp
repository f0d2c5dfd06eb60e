#include "detect/note_reading.hpp"

#include <algorithm>
#include <iterator>

#include "detect/exemptions.hpp"
#include "detect/note_findings.hpp"
#include "detect/person_name.hpp"
#include "detect/tokeniser.hpp"
#include "detect/weighing.hpp"

namespace paravent::detect {
namespace {

// Bytes from which a passage is full: small where an edit shall read little again, large where nothing is
// kept.
constexpr std::uint32_t kept_size = 256;
constexpr std::uint32_t passing_size = 1U << 15U;

}  // namespace

NoteReading::NoteReading(const Context& context, Keep keep, const TaggerModel& model)
    : keep_(keep), model_(model), set_aside_(context.set_aside), tagger_(facts_, names_, model) {
  facts_.set_file_name(tokenise_name(context.file_stem, forms_));
  if (!context.known.empty()) {
    called_.emplace(context);
    return;
  }
  register_names(context);
  know_people(context);
}

void NoteReading::register_names(const Context& context) {
  for (const std::string& person : context.people) names_.add_person(tokenise_name(person, forms_));
  for (const KnownName& known : context.folder)
    names_.add_known(tokenise_name(known.name, forms_), label_of(known.category));
}

void NoteReading::know_people(const Context& context) {
  for (const std::string& person : context.people) know(person, true);
  for (const KnownName& known : context.folder) {
    if (known.category == Category::Person) know(known.name, false);
  }
}

void NoteReading::know(const std::string& person, bool client) {
  const Tokens tokens = tokenise_name(person, forms_);
  const Span whole{0, static_cast<std::uint32_t>(tokens.size()), Label::Person, 0, 0, {}};
  if (tokens.size() > 0) coreference_.know(book_.add_person(parse_person(tokens, whole)), person, client);
}

Analysis NoteReading::read(std::string_view text, std::span<const markdown::Block> blocks,
                           const policy::Policy& policy) {
  places_ = cut(text, blocks, 0, blocks.size());
  for (const Place& place : places_) facts_.add(*place.passage);
  facts_.take_changes();
  if (called_) {
    std::vector<const Tokens*> passages;
    passages.reserve(places_.size());
    for (const Place& place : places_) passages.push_back(&place.passage->tokens);
    register_names(called_->by_words(forms_, passages));
  }
  for (const Place& place : places_) {
    place.passage->first_reading = tagger_.first_reading(*place.passage);
    names_.add(place.passage->tokens, place.passage->first_reading);
  }
  names_.settle(false);
  for (const Place& place : places_) {
    Passage& passage = *place.passage;
    passage.mentions = mentions_of(passage.tokens, tagger_.second_reading(passage), book_);
  }
  if (called_) know_people(called_->by_people(book_));
  Analysis out;
  out.language = facts_.language();
  out.entities = join();
  show(blocks, policy, out);
  return out;
}

void NoteReading::update(std::string_view text, std::span<const markdown::Block> blocks,
                         const markdown::BlockList::Change& change, const policy::Policy& policy,
                         Analysis& analysis) {
  const NoteFacts::OfAllWords before = facts_.of_all_words();
  const Exchange exchanged = exchange(text, blocks, change);
  mark_concerned(exchanged, before);
  const std::size_t read_again = stale_.size();
  const bool same = read_stale(exchanged);
  const bool same_language = analysis.language == facts_.language();
  analysis.language = facts_.language();
  if (same && same_language && read_again == exchanged.last - exchanged.first)
    return splice(blocks, exchanged, policy, analysis.findings);
  if (!same) analysis.entities = join();
  show(blocks, policy, analysis);
}

void NoteReading::show(std::span<const markdown::Block> blocks, const policy::Policy& policy,
                       Analysis& analysis) const {
  std::size_t most = 0;
  for (const Place& place : places_) {
    most +=
        place.passage->mentions.size() + place.passage->identifiers.size() + place.passage->sensitive.size();
  }
  analysis.findings.clear();
  analysis.findings.reserve(most);
  for (const Place& place : places_)
    add_findings(*place.passage, blocks[place.first_block].range.begin.value, facts_.language(), policy,
                 set_aside_, analysis.findings);
}

std::vector<Weighed> NoteReading::weigh(std::span<const markdown::Block> blocks, const Finding& finding) {
  const auto begin_of = [&](const Place& place) { return blocks[place.first_block].range.begin; };
  const auto next = std::partition_point(places_.begin(), places_.end(), [&](const Place& place) {
    return begin_of(place) <= finding.range.begin;
  });
  if (next == places_.begin()) return {};
  const Place& place = *std::prev(next);
  for (const Mention& mention : place.passage->mentions) {
    const bool same = mention.range.shifted(begin_of(place).value) == finding.range;
    if (!same || mention.entity != finding.entity) continue;
    Span name = mention.span;
    if (mention.cited && mention.standing.has(Stand::ReadAsAuthor)) name.label = Label::Author;
    return detect::weigh(model_, place.passage->tokens, tagger_.candidates_of_second(*place.passage), name);
  }
  return {};
}

// Reads the blocks [first, last) as passages.
std::vector<NoteReading::Place> NoteReading::cut(std::string_view text,
                                                 std::span<const markdown::Block> blocks, std::size_t first,
                                                 std::size_t last) {
  const std::uint32_t full = keep_ == Keep::Yes ? kept_size : passing_size;
  std::vector<Place> out;
  while (first < last) {
    const std::uint32_t begin = blocks[first].range.begin.value;
    std::size_t end = first + 1;
    while (end < last && blocks[end].range.begin.value - begin < full) ++end;
    Place& place = out.emplace_back();
    place.passage = std::make_unique<Passage>();
    place.first_block = static_cast<std::uint32_t>(first);
    const auto read = keep_ == Keep::Yes ? read_and_keep_passage : read_passage;
    read(text, blocks.subspan(first, end - first), forms_, *place.passage);
    tagger_.emit(*place.passage);
    if (keep_ == Keep::Yes) place.passage->candidates.shrink_to_fit();
    first = end;
  }
  return out;
}

// Puts new passages where blocks changed; those that read the same stay.
NoteReading::Exchange NoteReading::exchange(std::string_view text, std::span<const markdown::Block> blocks,
                                            const markdown::BlockList::Change& change) {
  const std::size_t old_end = change.first + change.old_count;
  const std::size_t new_end = change.first + change.new_count;
  const auto starts_by = [&](std::size_t block) {
    const auto found = std::partition_point(places_.begin(), places_.end(),
                                            [&](const Place& place) { return place.first_block <= block; });
    return static_cast<std::size_t>(found - places_.begin());
  };
  std::size_t first = starts_by(change.first);
  if (first > 0) --first;
  std::size_t last = old_end == 0 ? first : std::max(starts_by(old_end - 1), first);
  std::size_t begin = first < places_.size() ? places_[first].first_block : 0;
  std::size_t end = blocks.size();
  if (last < places_.size()) end = places_[last].first_block - old_end + new_end;
  for (std::size_t i = last; i < places_.size(); ++i)
    places_[i].first_block = static_cast<std::uint32_t>(places_[i].first_block - old_end + new_end);

  while (first < last && is_reading_of(*places_[first].passage, text, blocks.subspan(begin, end - begin)))
    begin += places_[first++].passage->blocks.size();
  while (first < last) {
    const Passage& passage = *places_[last - 1].passage;
    const std::size_t count = passage.blocks.size();
    if (count > end - begin || !is_reading_of(passage, text, blocks.subspan(end - count, count))) break;
    end -= count;
    places_[--last].first_block = static_cast<std::uint32_t>(end);
  }

  std::vector<Place> fresh = cut(text, blocks, begin, end);
  Exchange out;
  out.first = first;
  out.last = first + fresh.size();
  const auto at = [&](std::size_t i) { return places_.begin() + static_cast<std::ptrdiff_t>(i); };
  std::move(at(first), at(last), std::back_inserter(out.old));
  for (const Place& place : out.old) {
    facts_.remove(*place.passage);
    names_.remove(place.passage->tokens, place.passage->first_reading);
  }
  for (const Place& place : fresh) facts_.add(*place.passage);
  const std::size_t common = std::min(fresh.size(), last - first);
  std::move(fresh.begin(), fresh.begin() + static_cast<std::ptrdiff_t>(common), at(first));
  if (first + common < last) {
    places_.erase(at(first + common), at(last));
  } else {
    places_.insert(at(last), std::make_move_iterator(fresh.begin() + static_cast<std::ptrdiff_t>(common)),
                   std::make_move_iterator(fresh.end()));
  }
  return out;
}

void NoteReading::mark(std::size_t place) {
  if (places_[place].stale) return;
  places_[place].stale = true;
  stale_.push_back(place);
}

// Marks the passages that hold words of one of the forms.
void NoteReading::mark_words(const std::vector<FormId>& forms, const Exchange& exchange) {
  wanted_.resize(forms_.size());
  for (const FormId form : forms) wanted_[form] = facts_.uses(form);
  // Most forms of a passage that changed stand nowhere else.
  for (std::size_t i = exchange.first; i < exchange.last; ++i) {
    for (const Token& token : places_[i].passage->tokens.all) {
      std::uint32_t& elsewhere = wanted_[token.form->id];
      if (elsewhere > 0) --elsewhere;
    }
  }
  FormFilter filter;
  bool any = false;
  for (const FormId form : forms) {
    if (wanted_[form] == 0) continue;
    filter.add(form);
    any = true;
  }
  for (std::size_t i = 0; any && i < places_.size(); ++i) {
    if (places_[i].stale || !places_[i].passage->filter.meets(filter)) continue;
    const std::vector<Token>& words = places_[i].passage->tokens.all;
    if (std::any_of(words.begin(), words.end(), [&](const Token& t) { return wanted_[t.form->id] > 0; }))
      mark(i);
  }
  for (const FormId form : forms) wanted_[form] = 0;
}

// Marks what an edit concerns, and takes the names that the passages show by themselves.
void NoteReading::mark_concerned(const Exchange& exchange, const NoteFacts::OfAllWords& before) {
  stale_.clear();
  for (std::size_t i = exchange.first; i < exchange.last; ++i) mark(i);
  const std::vector<FormId> turned = facts_.take_changes();
  if (facts_.of_all_words() != before) {
    for (std::size_t i = 0; i < places_.size(); ++i) mark(i);
  } else {
    mark_words(turned, exchange);
  }
  for (const std::size_t i : stale_) {
    Passage& passage = *places_[i].passage;
    names_.remove(passage.tokens, passage.first_reading);
    passage.first_reading = tagger_.first_reading(passage);
    names_.add(passage.tokens, passage.first_reading);
  }
  const NameIndex::Changes changes = names_.settle(true);
  mark_words(changes.forms, exchange);
  for (std::size_t i = 0; changes.initials != 0 && i < places_.size(); ++i) {
    if ((places_[i].passage->initials & changes.initials) != 0) mark(i);
  }
}

// Reads the marked passages with the names of the note. Whether they mention the same as before: then who is
// who stays.
bool NoteReading::read_stale(const Exchange& exchange) {
  struct Before {
    const Mention* mention;
    const Tokens* tokens;
  };
  std::vector<Before> before;
  for (const Place& place : exchange.old) {
    for (const Mention& mention : place.passage->mentions)
      before.push_back({&mention, &place.passage->tokens});
  }
  std::sort(stale_.begin(), stale_.end());
  bool same = true;
  std::size_t next = 0;
  for (const std::size_t i : stale_) {
    Passage& passage = *places_[i].passage;
    places_[i].stale = false;
    std::vector<Mention> now = mentions_of(passage.tokens, tagger_.second_reading(passage), book_);
    std::size_t own = 0;
    for (Mention& mention : now) {
      Before then{};
      if (exchange.has(i)) {
        if (next < before.size()) then = before[next++];
      } else if (own < passage.mentions.size()) {
        then = {&passage.mentions[own++], &passage.tokens};
      }
      same = same && then.mention != nullptr &&
             mention_the_same(*then.mention, *then.tokens, mention, passage.tokens);
      if (!same) continue;
      mention.entity = then.mention->entity;
      mention.cited = then.mention->cited;
    }
    same = same && (exchange.has(i) || own == passage.mentions.size());
    passage.mentions = std::move(now);
  }
  return same && next == before.size();
}

std::vector<Entity> NoteReading::join() {
  std::vector<MentionAt> mentions;
  for (const Place& place : places_) {
    for (Mention& mention : place.passage->mentions) mentions.push_back({&mention, &place.passage->tokens});
  }
  std::vector<Entity> entities = coreference_.join(mentions);
  cite_authors(mentions, entities, coreference_);
  label_entities(entities);
  return entities;
}

// Puts the findings of the new passages where those of the old ones were.
void NoteReading::splice(std::span<const markdown::Block> blocks, const Exchange& exchange,
                         const policy::Policy& policy, std::vector<Finding>& findings) const {
  if (exchange.old.empty() && exchange.first == exchange.last) return;
  std::uint32_t old_size = 0;
  std::uint32_t new_size = 0;
  for (const Place& place : exchange.old)
    old_size += static_cast<std::uint32_t>(place.passage->tokens.text.size());
  std::vector<Finding> fresh;
  for (std::size_t i = exchange.first; i < exchange.last; ++i) {
    const Passage& passage = *places_[i].passage;
    new_size += static_cast<std::uint32_t>(passage.tokens.text.size());
    add_findings(passage, blocks[places_[i].first_block].range.begin.value, facts_.language(), policy,
                 set_aside_, fresh);
  }
  std::uint32_t begin = 0;
  if (exchange.first < places_.size()) {
    begin = blocks[places_[exchange.first].first_block].range.begin.value;
  } else if (!blocks.empty()) {
    begin = blocks.back().range.end.value;
  }
  const auto starts_at = [&](std::uint32_t byte) {
    return std::partition_point(findings.begin(), findings.end(),
                                [&](const Finding& finding) { return finding.range.begin.value < byte; });
  };
  const auto first = starts_at(begin);
  const auto last = starts_at(begin + old_size);
  // Unsigned: a shorter text moves them back.
  for (auto finding = last; finding != findings.end(); ++finding)
    finding->range = finding->range.shifted(new_size - old_size);
  const auto common = std::min<std::ptrdiff_t>(last - first, std::ssize(fresh));
  const auto middle = std::copy_n(fresh.begin(), common, first);
  if (middle != last) {
    findings.erase(middle, last);
  } else {
    findings.insert(middle, fresh.begin() + common, fresh.end());
  }
}

}  // namespace paravent::detect
