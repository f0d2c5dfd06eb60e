#include "store/places.hpp"

#include "platform/files.hpp"
#include "store/failures.hpp"

namespace paravent::store {

text::Result<Places> user_places() {
  const Places out{platform::user_data_folder(), platform::user_config_folder()};
  if (out.data.empty() || out.config.empty()) return failure(say::no_home);
  if (platform::whole_path(out.data) == platform::whole_path(out.config) ||
      platform::same_file(out.data, out.config)) {
    return failure(say::same_folder, out.data);
  }
  return out;
}

}  // namespace paravent::store
