#include "lsp-server/framing.hpp"

#include <algorithm>
#include <charconv>

namespace paravent::lsp {
namespace {

constexpr std::string_view field_name = "content-length:";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Where "Content-Length:" stands in a header line, in any case. It is looked for at any place: after a
// message whose length was wrong, the rest of its body may stand before the next header on one line.
std::size_t find_length_field(std::string_view line) {
  const auto found = std::find_end(line.begin(), line.end(), field_name.begin(), field_name.end(),
                                   [](char a, char b) { return lower(a) == b; });
  return found == line.end() ? std::string_view::npos : static_cast<std::size_t>(found - line.begin());
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

std::optional<std::uint64_t> decimal(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc::result_out_of_range) return UINT64_MAX;
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

void FrameReader::feed(std::string_view bytes) {
  if (broken_) return;
  if (begin_ == buffer_.size()) {
    buffer_.clear();
    begin_ = 0;
  } else if (begin_ > buffer_.size() / 2) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  buffer_.append(bytes);
}

void FrameReader::consume(std::size_t bytes) {
  begin_ += bytes;
  scanned_ = 0;
}

// Reads header lines up to the blank one. True when a body may follow, or with a kind other than Message in
// `problem` when not.
bool FrameReader::read_header(Incoming& problem) {
  for (;;) {
    const std::string_view bytes = pending();
    const std::size_t end = bytes.find('\n', scanned_);
    if (end == std::string_view::npos) {
      scanned_ = bytes.size();
      if (header_bytes_ + bytes.size() > max_header) broken_ = true;
      problem.kind = broken_ ? Incoming::Kind::Broken : Incoming::Kind::Message;
      return broken_;
    }
    const std::string_view line = trimmed(bytes.substr(0, end));
    header_bytes_ += end + 1;
    if (header_bytes_ > max_header) {
      broken_ = true;
      problem.kind = Incoming::Kind::Broken;
      return true;
    }
    if (line.empty()) {
      const bool blank_only = header_bytes_ <= 2;
      header_bytes_ = 0;
      consume(end + 1);
      if (blank_only) continue;  // a stray line end between messages
      problem.kind = length_ && !bad_length_ ? Incoming::Kind::Message : Incoming::Kind::Malformed;
      return true;
    }
    if (const std::size_t at = find_length_field(line); at != std::string_view::npos) {
      length_ = decimal(trimmed(line.substr(at + field_name.size())));
      bad_length_ = !length_;
    }
    consume(end + 1);
  }
}

// True when the last byte of the body that is too large has gone.
bool FrameReader::skip_body() {
  const std::uint64_t now = std::min<std::uint64_t>(skip_, pending().size());
  consume(static_cast<std::size_t>(now));
  skip_ -= now;
  return skip_ == 0;
}

std::optional<Incoming> FrameReader::next() {
  if (broken_) return Incoming{Incoming::Kind::Broken, {}};
  if (skip_ > 0) {
    if (!skip_body()) return std::nullopt;
    return Incoming{Incoming::Kind::Malformed, {}};
  }
  if (!in_body_) {
    Incoming problem;
    if (!read_header(problem)) return std::nullopt;
    if (problem.kind == Incoming::Kind::Message && *length_ > max_skip) {
      broken_ = true;
      problem.kind = Incoming::Kind::Broken;
    }
    if (problem.kind != Incoming::Kind::Message) {
      length_.reset();
      bad_length_ = false;
      return problem;
    }
    in_body_ = true;
  }
  if (*length_ > max_body) {
    skip_ = *length_;
    in_body_ = false;
    length_.reset();
    return next();
  }
  const std::size_t size = static_cast<std::size_t>(*length_);
  if (pending().size() < size) return std::nullopt;
  Incoming message{Incoming::Kind::Message, std::string(pending().substr(0, size))};
  consume(size);
  length_.reset();
  in_body_ = false;
  return message;
}

std::string frame_header(std::size_t size) {
  return "Content-Length: " + std::to_string(size) + "\r\n\r\n";
}

}  // namespace paravent::lsp
