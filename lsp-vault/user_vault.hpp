// The vault of this user behind the server's interface: opened when it is first needed, one caller at a time.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>

#include "clients/folder.hpp"
#include "clients/session.hpp"
#include "lsp-server/aliases.hpp"
#include "text/language.hpp"

namespace paravent::lsp_vault {

class UserVault : public lsp::Aliases {
 public:
  text::Result<lsp::KnownInVault> known_of(const std::filesystem::path& note) override;
  text::Result<lsp::Done> may_write_in_place() override;
  text::Result<text::TextEdits> anonymise(const lsp::NoteForAliases& note) override;
  text::Result<lsp::NamesBack> restore(const std::filesystem::path& note, std::string_view text,
                                       text::FileEncoding encoding) override;
  text::Result<lsp::Done> ignore(const std::filesystem::path& note, Where where, policy::Category category,
                                 std::string_view text) override;
  text::Result<std::vector<std::string>> rename(const std::filesystem::path& note, const lsp::Bearer& person,
                                                std::string_view chosen) override;
  text::Result<lsp::Done> merge(const std::filesystem::path& note, std::string_view kept,
                                std::string_view other) override;
  text::Result<lsp::Done> split(const std::filesystem::path& note, std::string_view alias,
                                std::string_view form) override;
  std::optional<text::Failure> news() override;

 private:
  enum class WithoutVault : bool { Make, Fail };
  // The open vault, with lock_ held. One that did not open is asked again after a while: a keyring that is
  // locked takes two seconds to say so.
  text::Result<clients::Session*> session(WithoutVault then);
  struct Opened {
    clients::Session& session;
    clients::Folder folder;
    std::vector<store::Entry> entries;
  };
  text::Result<Opened> opened(const std::filesystem::path& note);

  std::mutex lock_;
  // The rest is guarded by lock_.
  std::optional<clients::Session> session_;
  std::optional<text::Failure> failure_;
  std::chrono::steady_clock::time_point failed_at_;
  std::optional<text::Failure> news_;
};

}  // namespace paravent::lsp_vault
