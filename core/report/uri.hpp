// Paths as URIs (RFC 3986).
#pragma once

#include <string>
#include <string_view>

namespace paravent::report {

// The bytes of a path with all but unreserved characters and `/` percent-encoded.
void append_percent_encoded(std::string& out, std::string_view path);

// A relative path stays a relative reference; an absolute one becomes a file URI.
void append_uri_of_file(std::string& out, std::string_view path);

}  // namespace paravent::report
