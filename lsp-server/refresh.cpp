#include "lsp-server/refresh.hpp"

namespace paravent::lsp {

void Refresh::ask() {
  {
    const Guard guard(lock_);
    if (waiting_) {
      again_ = true;
      return;
    }
    waiting_ = true;
  }
  if (outbox_.call(method_, "null", [this](const Json*) { answered(); })) return;
  const Guard guard(lock_);
  waiting_ = false;
}

void Refresh::answered() {
  bool again = false;
  {
    const Guard guard(lock_);
    waiting_ = false;
    again = again_;
    again_ = false;
  }
  if (again) ask();
}

}  // namespace paravent::lsp
