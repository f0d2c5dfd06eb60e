# Our code is compiled with warnings as errors; what is fetched is not ours to warn about.
add_library(paravent_warnings INTERFACE)
target_compile_options(
  paravent_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
                              -Wcast-qual -Wimplicit-fallthrough -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 reports these inside its own library headers at -O2 (GCC bugs 105329, 105651).
  target_compile_options(paravent_warnings INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # libstdc++ 12 uses a deprecated function of its own in stable_sort.
  target_compile_options(paravent_warnings INTERFACE -Wno-deprecated-declarations)
endif()
