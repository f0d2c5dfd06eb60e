// JSON written straight into a string: no tree is built for what is sent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace paravent::lsp {

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);      // one of the protocol's: nothing in it needs an escape
  JsonWriter& string(std::string_view value);  // ill-formed UTF-8 becomes U+FFFD
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null() { return raw("null"); }
  JsonWriter& raw(std::string_view json);      // a value that is JSON already
  JsonWriter& members(std::string_view json);  // members of an object, written already, without braces

  void reserve(std::size_t bytes) { out_.reserve(bytes); }

  std::size_t size() const { return out_.size(); }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string out_;
  bool comma_ = false;  // a value stands before the next one
};

std::string json_string(std::string_view value);

}  // namespace paravent::lsp
