// The index of a folder says the same as one that is made anew of all entries.
#include "clients/folder_index.hpp"

#include <gmock/gmock.h>

#include <random>

#include "anonymise/fictitious_names.hpp"
#include "detect/alias_form.hpp"

namespace paravent::clients {
namespace {

using policy::Category;

// Few words, so that many people share them.
const std::vector<std::string> given{"Brunelle", "Aurèle", "Zoélia"};
const std::vector<std::string> surnames{"Tarvic", "Dormasse", "Quarn", "Aubain-Tarvic"};

class Folder {
 public:
  explicit Folder(unsigned seed) : random_(seed) {}

  void grow() {
    const bool more = known_->entries.size() < 3 || one_of(2) == 0;
    const std::size_t place = more ? known_->entries.size() : one_of(known_->entries.size());
    if (more) {
      store::Entry entry;
      entry.id = std::to_string(place);
      entry.category = one_of(4) == 0 ? Category::Org : Category::Person;
      entry.style = one_of(5) == 0 ? store::AliasStyle::Fictitious : store::AliasStyle::Pseudonym;
      entry.canonical = some_name();
      entry.alias = entry.style == store::AliasStyle::Fictitious
                        ? invented_.next("Claire Dupont", knowledge::Sex::Unknown)
                        : detect::alias_of(entry.category, place, text::Language::French);
      known_->entries.push_back(entry);
    } else if (one_of(6) == 0) {
      store::Entry& entry = known_->entries[place];
      entry.former_aliases.push_back(entry.alias);
      entry.alias = detect::alias_of(entry.category, 100 + known_->changes.size(), text::Language::French);
    } else {
      known_->entries[place].forms.push_back(some_name());
    }
    known_->changes.push_back(place);
  }

  const std::vector<store::Entry>& entries() const { return known_->entries; }
  store::SharedKnown known() const { return known_; }

 private:
  std::size_t one_of(std::size_t count) { return static_cast<std::size_t>(random_()) % count; }
  std::string some_name() {
    const std::string& first = given[one_of(given.size())];
    const std::string& last = surnames[one_of(surnames.size())];
    switch (one_of(4)) {
      case 0:
        return first;
      case 1:
        return last;
      case 2:
        return first + " " + surnames[one_of(surnames.size())] + " " + last;
      default:
        return first + " " + last;
    }
  }

  std::mt19937 random_;
  anonymise::FictitiousNames invented_;
  std::shared_ptr<store::Known> known_ = std::make_shared<store::Known>();
};

void expect_same_aliases(const anonymise::KnownAliases& index, const std::vector<store::Entry>& entries) {
  const std::vector<anonymise::Alias> all = aliases_to_plan(entries);
  const anonymise::KnownAliases anew(all);
  std::vector<std::string> names;
  for (const std::vector<std::string>* list : {&given, &surnames})
    names.insert(names.end(), list->begin(), list->end());
  for (const anonymise::Alias& alias : all) names.push_back(alias.canonical);
  for (const std::string& name : names) {
    for (const Category category : {Category::Person, Category::Org}) {
      for (const bool invented : {false, true}) {
        const std::string key = anonymise::key_of(category, name);
        const std::string* one = index.find(key, invented);
        const std::string* other = anew.find(key, invented);
        EXPECT_EQ(one == nullptr ? "" : *one, other == nullptr ? "" : *other) << name;
      }
    }
  }
  EXPECT_EQ(index.given(), anew.given());
  EXPECT_EQ(index.first_letters(Category::Person), anew.first_letters(Category::Person));
  EXPECT_THAT(index.canonicals(), testing::UnorderedElementsAreArray(anew.canonicals()));
}

std::vector<detect::KnownName> listed(const detect::NamesFrom& names,
                                      const std::vector<detect::NameNumber>& numbers) {
  std::vector<detect::KnownName> out;
  out.reserve(numbers.size());
  for (const detect::NameNumber number : numbers) out.push_back((*names.names)[number]);
  std::sort(out.begin(), out.end());
  return out;
}

TEST(FolderIndex, KeptInStepIsAsMadeAnew) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    Folder folder(seed);
    FolderIndex index(folder.known());
    for (int step = 0; step < 40; ++step) {
      folder.grow();
      if (step % 3 == 0) continue;  // sometimes several changes at once
      index.follow();
      expect_same_aliases(index.aliases(), folder.entries());
      detect::KnownNames all;
      const detect::NamesFrom anew = known_names(folder.entries(), all);
      EXPECT_EQ(listed(index.names(), index.names().people), listed(anew, anew.people));
      EXPECT_EQ(listed(index.names(), index.names().folder), listed(anew, anew.folder));
      for (const store::Entry& entry : folder.entries()) {
        EXPECT_EQ(index.owners().of("Vu " + entry.alias + "."), entry.id);
      }
    }
  }
}

TEST(FolderIndex, AFormThatASecondPersonGetsMeansNeither) {
  auto known = std::make_shared<store::Known>();
  store::Entry one;
  one.id = "1";
  one.canonical = "Brunelle Tarvic";
  one.forms = {"Nelly Aubain"};
  one.alias = "Personne A";
  known->entries.push_back(one);
  known->changes.push_back(0);
  FolderIndex index(known);
  const std::string key = anonymise::key_of(Category::Person, "Nelly Aubain");
  ASSERT_NE(index.aliases().find(key, false), nullptr);
  store::Entry two = one;
  two.id = "2";
  two.canonical = "Zoélia Quarn";
  two.alias = "Personne B";
  known->entries.push_back(two);
  known->changes.push_back(1);
  index.follow();
  EXPECT_EQ(index.aliases().find(key, false), nullptr);
}

TEST(FolderIndex, AWordOfAGluedNameIsSharedNoMoreOnceAnotherBearsIt) {
  auto known = std::make_shared<store::Known>();
  const auto come = [&](const std::string& name, const std::string& form, const std::string& alias) {
    store::Entry entry;
    entry.id = alias;
    entry.canonical = name;
    entry.forms = {form};
    entry.alias = alias;
    known->changes.push_back(known->entries.size());
    known->entries.push_back(entry);
  };
  come("dupont-claire", "claire_dupont", "Personne A");
  FolderIndex index(known);
  const std::string key = anonymise::key_of(Category::Person, "Claire");
  ASSERT_NE(index.aliases().find(key, false), nullptr);
  come("Claire Tarvic", "Mme Tarvic", "Personne B");
  index.follow();
  EXPECT_EQ(index.aliases().find(key, false), nullptr) << "she may be either";
}

TEST(FolderIndex, NobodyIsCalledByAWordOfAnothersGluedName) {
  std::vector<store::Entry> both(2);
  both[0].canonical = "dupont-claire";
  both[1].canonical = "Claire Tarvic";
  both[1].forms = {"Claire Tarvic-Quarn"};
  const anonymise::KnownAliases aliases(aliases_to_plan(both));
  EXPECT_EQ(aliases.find(anonymise::key_of(Category::Person, "Claire"), false), nullptr);
}

TEST(FolderIndex, FindsFormsThatAnEntryDoesNotHaveYet) {
  Folder folder(1);
  folder.grow();
  const FolderIndex index(folder.known());
  const store::Entry& entry = folder.entries()[0];
  anonymise::Anonymised done;
  done.forms = {{entry.alias, {entry.canonical, "Nelly"}}, {"Personne Z", {"Loïg"}}};
  const std::vector<FormsOfEntry> fresh = index.new_forms(done);
  ASSERT_EQ(fresh.size(), 1U);
  EXPECT_EQ(fresh[0].entity, entry.id);
  EXPECT_THAT(fresh[0].forms, testing::ElementsAre("Nelly"));
}

}  // namespace
}  // namespace paravent::clients
