// file: URIs of clients and paths of this machine.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace paravent::lsp {

// Nothing for another scheme (untitled:, vscode-remote: …), another host, or a path with a NUL.
std::optional<std::filesystem::path> path_of_uri(std::string_view uri);
std::string uri_of_path(const std::filesystem::path& path);

}  // namespace paravent::lsp
