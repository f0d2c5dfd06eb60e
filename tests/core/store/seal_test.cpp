#include "store/seal.hpp"

#include <gtest/gtest.h>

#include "store/bytes.hpp"

namespace paravent::store {
namespace {

TEST(Seal, OpensWithTheSameKeyAndPlaceOnly) {
  const Key key = Key::random();
  const std::string sealed = seal(key, "Maëlys Trévidic", "folder-1");
  EXPECT_EQ(open_sealed(key, sealed, "folder-1"), "Maëlys Trévidic");
  EXPECT_EQ(open_sealed(key, sealed, "folder-2"), std::nullopt);
  EXPECT_EQ(open_sealed(Key::random(), sealed, "folder-1"), std::nullopt);
  EXPECT_EQ(sealed.find("Trévidic"), std::string::npos);
}

TEST(Seal, RefusesEveryChangedByte) {
  const Key key = Key::random();
  const std::string sealed = seal(key, "x", "");
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    std::string changed = sealed;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_EQ(open_sealed(key, changed, ""), std::nullopt) << at;
  }
  for (std::size_t size = 0; size < sealed.size(); ++size) {
    EXPECT_EQ(open_sealed(key, sealed.substr(0, size), ""), std::nullopt) << size;
  }
}

TEST(Seal, NeverGivesTheSameBytesTwice) {
  const Key key = Key::random();
  EXPECT_NE(seal(key, "x", ""), seal(key, "x", ""));
}

TEST(Keys, AreDerivedForOnePurposeAndWrapped) {
  const Key key = Key::random();
  EXPECT_EQ(key.derive("a").bytes(), key.derive("a").bytes());
  EXPECT_NE(key.derive("a").bytes(), key.derive("b").bytes());
  const auto back = unwrap(key, wrap(key, key.derive("a"), "id"), "id");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->bytes(), key.derive("a").bytes());
  EXPECT_FALSE(unwrap(key, seal(key, "too short", "id"), "id"));
}

TEST(KeyedHash, TellsPartsApart) {
  const Key key = Key::random();
  EXPECT_EQ(keyed_hash(key, {"alias", "a"}), keyed_hash(key, {"alias", "a"}));
  EXPECT_NE(keyed_hash(key, {"ab", "c"}), keyed_hash(key, {"a", "bc"}));
  EXPECT_NE(keyed_hash(key, {"a"}), keyed_hash(Key::random(), {"a"}));
}

TEST(Ids, Are128RandomBits) {
  EXPECT_EQ(random_id().size(), 32U);
  EXPECT_NE(random_id(), random_id());
}

TEST(Bytes, ComeBackAndAreCheckedWhenRead) {
  Writer writer;
  writer.number(7).text("a").texts({"b", ""});
  const std::string bytes = writer.take();
  Reader reader(bytes);
  EXPECT_EQ(reader.number(), 7U);
  EXPECT_EQ(reader.text(), "a");
  EXPECT_EQ(reader.texts(), (std::vector<std::string>{"b", ""}));
  EXPECT_TRUE(reader.whole());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    Reader cut(std::string_view(bytes).substr(0, size));
    cut.number();
    cut.text();
    cut.texts();
    EXPECT_FALSE(cut.whole() && cut.sound()) << size;
  }
  EXPECT_EQ(from_hex(to_hex("\x01\xffz")), std::string("\x01\xffz"));
  EXPECT_EQ(from_hex("0g"), std::nullopt);
  EXPECT_EQ(from_hex("0"), std::nullopt);
}

}  // namespace
}  // namespace paravent::store
