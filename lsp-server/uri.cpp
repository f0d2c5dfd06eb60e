#include "lsp-server/uri.hpp"

#include "report/uri.hpp"

namespace paravent::lsp {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Nothing when a % is not followed by two digits, or a NUL comes out.
std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
    if (high < 0 || low < 0 || high * 16 + low == 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::optional<std::filesystem::path> path_of_uri(std::string_view uri) {
  constexpr std::string_view scheme = "file://";
  if (uri.substr(0, scheme.size()) != scheme) return std::nullopt;
  uri.remove_prefix(scheme.size());
  constexpr std::string_view here = "localhost/";
  if (uri.substr(0, here.size()) == here) uri.remove_prefix(here.size() - 1);
  if (uri.empty() || uri.front() != '/') return std::nullopt;
  auto path = percent_decoded(uri);
  if (!path) return std::nullopt;
  // Windows: /c:/notes is c:/notes.
  if (path->size() >= 3 && is_ascii_letter((*path)[1]) && (*path)[2] == ':') path->erase(0, 1);
  return std::filesystem::path(*path);
}

std::string uri_of_path(const std::filesystem::path& path) {
  const std::string generic = path.generic_string();
  std::string out = generic.empty() || generic.front() != '/' ? "file:///" : "file://";
  report::append_percent_encoded(out, generic);
  return out;
}

}  // namespace paravent::lsp
