#include "lsp-server/features/save_remark.hpp"

#include "lsp-server/draft.hpp"
#include "lsp-server/json_writer.hpp"

namespace paravent::lsp {

std::string with_remark(std::string_view items, const SaveRemark& remark) {
  JsonWriter json;
  json.begin_object().key("range");
  write_range(json, text::PositionRange{});
  json.key("severity").integer(remark.error ? 1 : 2).key("source").string("Paravent");
  json.key("code").string("save").key("message").string(remark.message).end_object();
  std::string out = "[" + json.take();
  if (items.size() > 2) out += ',';
  return out.append(items.substr(1));
}

}  // namespace paravent::lsp
