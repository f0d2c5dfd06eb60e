#include "example.hpp"

#include <deque>

#include <algorithm>

#include "detect/find.hpp"
#include "detect/name_index.hpp"
#include "detect/note_facts.hpp"
#include "detect/passage.hpp"
#include "detect/tagger.hpp"
#include "detect/tokeniser.hpp"
#include "markdown/section.hpp"

namespace paravent::training {
namespace {

using detect::Label;
using detect::NameTag;
using detect::Tokens;
using detect::WordOf;

// What the marks say of each word of a passage.
class Gold {
 public:
  Gold(const std::vector<Mark>& marks, const Tokens& tokens, std::uint32_t begin)
      : mark_of_(tokens.size(), none) {
    for (std::size_t m = 0; m < marks.size(); ++m) {
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens.all[i].range().shifted(begin).overlaps(marks[m].range)) mark_of_[i] = m;
      }
    }
    for (const Mark& mark : marks) labels_.push_back(mark.label);
  }

  // The tag of words[i], candidates that follow each other; those outside of the run are not read.
  std::vector<NameTag> tags(const std::vector<std::size_t>& words,
                            const std::vector<detect::Joint>& joints) const {
    std::vector<NameTag> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::size_t mark = mark_of_[words[i]];
      if (mark == none) {
        out.push_back(detect::outside);
        continue;
      }
      const auto same = [&](std::size_t left, std::size_t right) {
        return joints[right] == detect::Joint::Joined && mark_of_[words[left]] == mark_of_[words[right]];
      };
      const bool before = i > 0 && same(i - 1, i);
      const bool behind = i + 1 < words.size() && same(i, i + 1);
      const WordOf place =
          before ? (behind ? WordOf::Inside : WordOf::Last) : (behind ? WordOf::Begin : WordOf::Unit);
      out.push_back(detect::tag_of(labels_[mark], place));
    }
    return out;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> mark_of_;
  std::vector<Label> labels_;
};

struct Part {
  detect::Passage passage;
  std::uint32_t begin = 0;
};

// The reading of a whole note, as NoteReading does it.
class Reading {
 public:
  Reading(const AnnotatedNote& note, const detect::TaggerModel& model) : tagger_(facts_, names_, model) {
    const auto blocks = markdown::split_sections(note.text);
    // One passage a block: marks are looked for in few words at a time.
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      Part& part = parts_.emplace_back();
      part.begin = blocks[i].range.begin.value;
      detect::read_passage(note.text, std::span(blocks).subspan(i, 1), forms_, part.passage);
      tagger_.emit(part.passage);
      facts_.add(part.passage);
    }
    facts_.take_changes();
  }

  template <class Use>
  void first(Use use) {
    for (const Part& part : parts_) use(part, tagger_.candidates_of_first(part.passage));
  }
  template <class Use>
  void second(Use use) {
    for (Part& part : parts_) {
      part.passage.first_reading = tagger_.first_reading(part.passage);
      names_.add(part.passage.tokens, part.passage.first_reading);
    }
    names_.settle(false);
    for (const Part& part : parts_) use(part, tagger_.candidates_of_second(part.passage));
  }
  detect::Tagger& tagger() { return tagger_; }

 private:
  detect::FormTable forms_;
  detect::NoteFacts facts_;
  detect::NameIndex names_{forms_};
  detect::Tagger tagger_;
  std::deque<Part> parts_;
};

void add_runs(const Part& part, const std::vector<detect::Candidate>& candidates,
              const std::vector<std::vector<detect::RowId>>& rows, const std::vector<Mark>& marks,
              std::vector<Run>& out) {
  const Tokens& tokens = part.passage.tokens;
  const Gold gold(marks, tokens, part.begin);
  for (std::size_t first = 0; first < candidates.size();) {
    std::size_t last = first + 1;
    while (last < candidates.size() && detect::goes_on(tokens, candidates[last - 1], candidates[last]))
      ++last;
    Run run;
    std::vector<std::size_t> words;
    for (std::size_t i = first; i < last; ++i) {
      words.push_back(candidates[i].token);
      run.begins.push_back(static_cast<std::uint32_t>(run.rows.size()));
      run.rows.insert(run.rows.end(), rows[i].begin(), rows[i].end());
      run.joints.push_back(
          i == first ? detect::Joint::Apart
                     : detect::joint_between(tokens.all[words[i - first - 1]], tokens.all[words[i - first]]));
    }
    run.begins.push_back(static_cast<std::uint32_t>(run.rows.size()));
    run.gold = gold.tags(words, run.joints);
    out.push_back(std::move(run));
    first = last;
  }
}

}  // namespace

Examples examples_of(const AnnotatedNote& note, const detect::TaggerModel& model) {
  Examples out;
  Reading reading(note, model);
  std::vector<std::vector<detect::RowId>> rows;
  const auto add_to = [&](std::vector<Run>& runs) {
    return [&](const Part& part, const std::vector<detect::Candidate>& candidates) {
      add_runs(part, candidates, rows, note.marks, runs);
    };
  };
  reading.tagger().keep_rows(&rows);
  reading.first(add_to(out.first));
  reading.second(add_to(out.second));
  return out;
}

std::vector<Margin> margins_of(const AnnotatedNote& note, const detect::TaggerModel& model) {
  std::vector<Margin> out;
  Reading reading(note, model);
  reading.second([&](const Part& part, const std::vector<detect::Candidate>& candidates) {
    const Tokens& tokens = part.passage.tokens;
    for (const detect::Span& span : detect::decode(model, tokens, candidates)) {
      const auto range =
          text::range(tokens.all[span.first].begin, tokens.all[span.last - 1].end).shifted(part.begin);
      const bool right = std::any_of(note.marks.begin(), note.marks.end(),
                                     [&](const Mark& mark) { return mark.range.overlaps(range); });
      out.push_back({span.margin, right});
    }
  });
  return out;
}

}  // namespace paravent::training
