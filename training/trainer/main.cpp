// Learns the weights of the tagger from annotated notes.
//
// usage: paravent_train OUT|- FOLDS NOTES…
//
// The notes are parted by writer into FOLDS. First readings come from a model that has not seen the note,
// since one that has is never wrong about it, and the second reading would learn to believe it. Each fold is
// scored by a model trained on the others (stdout; its errors on stderr); then all notes together give the
// weights, unless OUT is "-".
#include <cstdio>
#include <exception>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "annotated_note.hpp"
#include "calibration.hpp"
#include "example.hpp"
#include "perceptron.hpp"
#include "score.hpp"

namespace paravent::training {
namespace {

using Model = std::vector<unsigned char>;
constexpr std::int32_t first_unit = 60;  // until it is measured

// Copies of a note with other names bear the name of its writer; they are no measure.
bool is_copy(const AnnotatedNote& note) {
  return note.name.find("+copy") != std::string::npos;
}

class Training {
 public:
  Training(std::vector<AnnotatedNote> notes, int folds, const Settings& settings)
      : notes_(std::move(notes)), settings_(settings) {
    std::map<std::string, int> writers;
    for (const AnnotatedNote& note : notes_) writers.emplace(note.writer, 0);
    int next = 0;
    for (auto& [writer, fold] : writers) fold = next++ % folds;
    for (const AnnotatedNote& note : notes_) fold_.push_back(writers[note.writer]);
    folds_ = folds;
  }

  // Examples of both readings of every note, by models that have not seen it.
  void read() {
    const Model empty = file_of(learn_weights(settings_, {}), settings_, first_unit);
    for (const AnnotatedNote& note : notes_)
      examples_.push_back(examples_of(note, detect::TaggerModel(empty.data())));
    for (int fold = 0; fold < folds_; ++fold) {
      const Model model = train([&](std::size_t i) { return fold_[i] != fold; }, false);
      for (std::size_t i = 0; i < notes_.size(); ++i) {
        if (fold_[i] == fold) examples_[i] = examples_of(notes_[i], detect::TaggerModel(model.data()));
      }
    }
  }

  // Scores each fold by a model of the others; what is wrong is listed on stderr. The unit of the margins.
  std::int32_t cross_validate() {
    Score all;
    std::vector<Margin> margins;
    for (int fold = 0; fold < folds_; ++fold) {
      const Model model = train([&](std::size_t i) { return fold_[i] != fold; }, true);
      Score score;
      for (std::size_t i = 0; i < notes_.size(); ++i) {
        if (fold_[i] != fold || is_copy(notes_[i])) continue;
        score.add(score_of(notes_[i], detect::TaggerModel(model.data()), stderr));
        const auto more = margins_of(notes_[i], detect::TaggerModel(model.data()));
        margins.insert(margins.end(), more.begin(), more.end());
      }
      std::printf("fold %d: %s\n", fold, score.in_words().c_str());
      std::fflush(stdout);
      all.add(score);
    }
    std::printf("all: %s\n", all.in_words().c_str());
    const std::int32_t unit = fitted_unit(margins, first_unit);
    std::printf("unit: %d\n", unit);
    return unit;
  }

  Model final_model(std::int32_t unit) {
    return file_of(learn_weights(settings_, runs([](std::size_t) { return true; }, true)), settings_, unit);
  }

 private:
  template <class Take>
  std::vector<const Run*> runs(Take take, bool both) const {
    std::vector<const Run*> out;
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      if (!take(i)) continue;
      for (const Run& run : examples_[i].first) out.push_back(&run);
      for (std::size_t k = 0; both && k < examples_[i].second.size(); ++k)
        out.push_back(&examples_[i].second[k]);
    }
    return out;
  }

  template <class Take>
  Model train(Take take, bool both) const {
    return file_of(learn_weights(settings_, runs(take, both)), settings_, first_unit);
  }

  std::vector<AnnotatedNote> notes_;
  Settings settings_;
  int folds_ = 0;
  std::vector<int> fold_;  // by note
  std::vector<Examples> examples_;
};

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 3) throw std::runtime_error("usage: paravent_train OUT|- FOLDS NOTES…");
  const std::string& out = arguments[0];
  const int folds = std::stoi(arguments[1]);
  std::vector<AnnotatedNote> notes;
  for (std::size_t i = 2; i < arguments.size(); ++i) notes.push_back(read_note(arguments[i]));
  Training training(std::move(notes), folds, {});
  training.read();
  const std::int32_t unit = training.cross_validate();
  if (out == "-") return 0;
  const Model model = training.final_model(unit);
  std::ofstream file(out, std::ios::binary);
  file.write(reinterpret_cast<const char*>(model.data()), static_cast<std::streamsize>(model.size()));
  if (!file.flush()) throw std::runtime_error(out + ": cannot be written");
  return 0;
}

}  // namespace
}  // namespace paravent::training

int main(int count, char** arguments) {
  try {
    return paravent::training::run({arguments + 1, arguments + count});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "paravent_train: %s\n", error.what());
    return 1;
  }
}
