#include "text/decode.hpp"

#include <gtest/gtest.h>

#include "core/text/random_text.hpp"
#include "text/windows1252.hpp"

namespace paravent::text {
namespace {

using namespace std::string_literals;

constexpr FileEncoding kAll[] = {
    FileEncoding::Utf8,        FileEncoding::Utf8Bom,     FileEncoding::Utf16Le,    FileEncoding::Utf16Be,
    FileEncoding::Utf16LeBare, FileEncoding::Utf16BeBare, FileEncoding::Windows1252};

// Only characters of Windows-1252, among them signs that look like UTF-8 after an accented letter.
std::string latin_text(RandomText& random, std::size_t pieces) {
  static constexpr const char* kPiece[] = {"mot ", "é",  "É\u00A0»", "cœur", "’", "3 €", "\r\n",
                                           "« ",   "à…", "ÿ",        "aŠ",   "–", "\n",  "e"};
  std::string out = "é ";  // E9 20 cannot be UTF-8
  for (std::size_t i = 0; i < pieces; ++i) out += kPiece[random.below(std::size(kPiece))];
  return out;
}

void expect_failure(const Result<Decoded>& result, const std::string& french, const std::string& english) {
  ASSERT_FALSE(result);
  EXPECT_NE(result.failure().fr.find(french), std::string::npos) << result.failure().fr;
  EXPECT_NE(result.failure().en.find(english), std::string::npos) << result.failure().en;
}

void expect_read(const std::string& bytes, FileEncoding encoding, const std::string& text) {
  const auto decoded = decode_file(bytes);
  ASSERT_TRUE(decoded) << decoded.failure().en;
  EXPECT_EQ(decoded->encoding, encoding);
  EXPECT_EQ(decoded->text, text);
  const auto encoded = encode_file(decoded->text, decoded->encoding);
  ASSERT_TRUE(encoded);
  EXPECT_EQ(*encoded, bytes);
}

TEST(DecodeFile, ReadsEachEncodingAndGivesItsBytesBack) {
  expect_read("", FileEncoding::Utf8, "");
  expect_read("abc\r\n\t\f", FileEncoding::Utf8, "abc\r\n\t\f");
  expect_read("été 👩", FileEncoding::Utf8, "été 👩");
  expect_read("\xEF\xBB\xBF", FileEncoding::Utf8Bom, "");
  expect_read("\xEF\xBB\xBFété", FileEncoding::Utf8Bom, "été");
  expect_read("\xEF\xBB\xBF\xEF\xBB\xBFx", FileEncoding::Utf8Bom, "\uFEFFx");
  expect_read("\xFF\xFE", FileEncoding::Utf16Le, "");
  expect_read("\xFF\xFE\xE9\x00\x3D\xD8\x69\xDC"s, FileEncoding::Utf16Le, "é👩");
  expect_read("\xFE\xFF\x00\xE9\xD8\x3D\xDC\x69"s, FileEncoding::Utf16Be, "é👩");
  expect_read("a\0b\0\xE9\0\n\0"s, FileEncoding::Utf16LeBare, "abé\n");
  expect_read("\0a\0b\0\xE9\0\n"s, FileEncoding::Utf16BeBare, "abé\n");
  expect_read("\x80 d\x92\xE9t\xE9 \x9C", FileEncoding::Windows1252, "€ d’été œ");
}

TEST(DecodeFile, ReadsWindows1252WhoseSignsAfterALetterLookLikeUtf8) {
  expect_read("\xE9 CAF\xC9\xA0!", FileEncoding::Windows1252, "é CAFÉ\u00A0!");
  expect_read("\xAB\xA0\xE9t\xE9\xA0\xBB\xA0!", FileEncoding::Windows1252, "«\u00A0été\u00A0»\u00A0!");
  expect_read("\xE9 \xABQUALIT\xC9\xBB", FileEncoding::Windows1252, "é «QUALITÉ»");
}

TEST(DecodeFile, RefusesBinaryContentAndSaysWhatToDo) {
  for (const std::string& bytes :
       {"abc\0def"s, "\0"s, "\x01texte"s, "texte\x7F"s, "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "\x1B\x1B\x1B"s,
        "\xEF\xBB\xBF"
        "a\0b"s,
        "\xFF\xFE\0\0a\0\0\0"s, "\xFF\xFE\x01\0"s, "d\xE9j\xE0\x02"s}) {
    expect_failure(decode_file(bytes), "enregistrez-le en texte", "save it as text");
  }
}

TEST(DecodeFile, LetsRareEscapesThrough) {
  const std::string log = "\x1B[1m" + std::string(200, 'x') + "\v";
  expect_read(log, FileEncoding::Utf8, log);
}

TEST(DecodeFile, RefusesDamagedUtf8AndNamesTheByte) {
  expect_failure(decode_file("été \xE9 fin"), "l’octet 6.", "byte 6.");
  expect_failure(decode_file("\xC3\xA0\xC3"), "l’octet 2.", "byte 2.");
  expect_failure(decode_file("L\xE2\x80\x99\xFF"), "l’octet 4.", "byte 4.");
  expect_failure(decode_file("\xEF\xBB\xBF\xE9t"), "l’octet 3.", "byte 3.");
  expect_failure(decode_file("привет \xD0"), "l’octet 13.", "byte 13.");
}

TEST(DecodeFile, RefusesDamagedUtf16AndNamesTheByte) {
  expect_failure(decode_file("\xFF\xFE"
                             "a\0b"s),
                 "l’octet 4.", "byte 4.");
  expect_failure(decode_file("\xFF\xFE\x3D\xD8"s), "l’octet 2.", "byte 2.");
  expect_failure(decode_file("\xFF\xFE\x3D\xD8"
                             "a\0"s),
                 "l’octet 2.", "byte 2.");
  expect_failure(decode_file("\xFE\xFF\0a\xDC\x69"s), "l’octet 4.", "byte 4.");
}

TEST(DecodeFile, RefusesBytesThatNoEncodingHas) {
  for (const char* bytes : {"\xE9\x81", "\xE9 \x8D", "\xE9 \x8F", "\xE9 \x90", "\xE9 \x9D"}) {
    expect_failure(decode_file(bytes), "n’est pas reconnu", "not recognised");
  }
}

TEST(DecodeFile, NeverQuotesTheTextInAFailure) {
  for (const std::string& bytes : {"Canari\0"s, "Canari été \xE9"s,
                                   "\xFF\xFE"
                                   "C\0a\0n\0x"s,
                                   "Canari \xE9\x81"s}) {
    const auto result = decode_file(bytes);
    ASSERT_FALSE(result);
    EXPECT_EQ((result.failure().fr + result.failure().en).find("Can"), std::string::npos);
  }
}

TEST(DecodeFile, GivesEveryEncodingBackByteForByte) {
  RandomText random(8);
  for (int round = 0; round < 2000; ++round) {
    for (const FileEncoding encoding : kAll) {
      const bool latin = encoding == FileEncoding::Windows1252;
      const bool bare = encoding == FileEncoding::Utf16LeBare || encoding == FileEncoding::Utf16BeBare;
      const std::string head = bare ? std::string(300, 'a') : "a";  // enough NULs to be sure
      const std::string text =
          latin ? latin_text(random, random.below(30)) : head + random.valid(random.below(30));
      const auto bytes = encode_file(text, encoding);
      ASSERT_TRUE(bytes);
      const auto decoded = decode_file(*bytes);
      ASSERT_TRUE(decoded) << decoded.failure().en;
      ASSERT_EQ(decoded->encoding, encoding);
      ASSERT_EQ(decoded->text, text);
      const auto again = encode_file(decoded->text, decoded->encoding);
      ASSERT_TRUE(again);
      ASSERT_EQ(*again, *bytes);
    }
  }
}

TEST(DecodeFile, MapsEveryOffsetToItsPlaceInTheFile) {
  RandomText random(9);
  for (int round = 0; round < 20; ++round) {
    for (const FileEncoding encoding : kAll) {
      const bool latin = encoding == FileEncoding::Windows1252;
      const std::size_t pieces = round % 10 == 0 ? 2000 : random.below(40);
      const std::string text =
          latin ? latin_text(random, pieces) : std::string(4 * pieces + 300, 'a') + random.valid(pieces);
      const auto bytes = encode_file(text, encoding);
      ASSERT_TRUE(bytes);
      const auto decoded = decode_file(*bytes);
      ASSERT_TRUE(decoded);
      ASSERT_EQ(decoded->encoding, encoding);
      // The oracle: what one character after another takes in the file.
      const auto bom = encode_file("", encoding);
      std::size_t in_file = bom->size();
      for (std::size_t at = 0; at < text.size();) {
        const Codepoint c = decode_at(text, at);
        for (std::size_t inside = 0; inside < c.size; ++inside) {
          ASSERT_EQ(decoded->file_offset(ByteOffset(at + inside)), in_file) << at;
        }
        in_file += encode_file(text.substr(at, c.size), encoding)->size() - bom->size();
        at += c.size;
      }
      ASSERT_EQ(decoded->file_offset(ByteOffset(text.size())), bytes->size());
      ASSERT_EQ(decoded->file_offset(ByteOffset(text.size() + 9)), bytes->size());
    }
  }
}

TEST(EncodeFile, NamesTheNumberOfACharacterThatWindows1252Lacks) {
  const std::pair<const char*, const char*> kCases[] = {{"é ж", "U+0436"},
                                                        {"e\u0301", "U+0301"},
                                                        {"👩", "U+1F469"},
                                                        {"\u0081", "U+0081"},
                                                        {"\u202F", "U+202F"}};
  for (const auto& [text, number] : kCases) {
    const auto result = encode_file(text, FileEncoding::Windows1252);
    ASSERT_FALSE(result);
    EXPECT_NE(result.failure().fr.find(number), std::string::npos);
    EXPECT_NE(result.failure().en.find(number), std::string::npos);
    EXPECT_EQ(result.failure().en.find(text), std::string::npos);
  }
}

TEST(EncodeFile, RefusesDamagedTextExceptTowardsUtf8) {
  for (const FileEncoding encoding : kAll) {
    const auto result = encode_file("ab\xFF", encoding);
    const bool utf8 = encoding == FileEncoding::Utf8 || encoding == FileEncoding::Utf8Bom;
    EXPECT_EQ(static_cast<bool>(result), utf8);
  }
}

TEST(Windows1252, EveryByteWithACharacterComesBack) {
  int without = 0;
  for (unsigned byte = 0; byte < 256; ++byte) {
    const auto c = windows1252_to_unicode(static_cast<unsigned char>(byte));
    if (!c) {
      ++without;
      continue;
    }
    EXPECT_EQ(unicode_to_windows1252(*c), static_cast<unsigned char>(byte));
  }
  EXPECT_EQ(without, 5);
  EXPECT_EQ(windows1252_to_unicode(0x80), U'€');
  EXPECT_EQ(windows1252_to_unicode(0x8C), U'Œ');
  EXPECT_EQ(windows1252_to_unicode(0x92), U'’');
  EXPECT_EQ(windows1252_to_unicode(0x9F), U'Ÿ');
}

}  // namespace
}  // namespace paravent::text
