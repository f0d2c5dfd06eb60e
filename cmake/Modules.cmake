# paravent_module(NAME [DEPENDS a b] [PRIVATE c d]): the library of one folder; every .cpp in it belongs to it.
# DEPENDS are modules and libraries that its headers show; PRIVATE ones only its sources use.
# tests/architecture reads these calls: they are the dependency graph of the project.
function(paravent_module name)
  cmake_parse_arguments(arg "" "ROOT" "DEPENDS;PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(sources)
    add_library(paravent_${name} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(paravent_${name} PRIVATE paravent_warnings)
  else()
    add_library(paravent_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(paravent::${name} ALIAS paravent_${name})
  target_include_directories(paravent_${name} ${scope} ${arg_ROOT})
  target_link_libraries(paravent_${name} ${scope} ${arg_DEPENDS})
  if(sources AND arg_PRIVATE)
    target_link_libraries(paravent_${name} PRIVATE ${arg_PRIVATE})
  endif()
endfunction()

# paravent_test(NAME [DEPENDS …]): one GoogleTest program a folder of tests.
function(paravent_test name)
  cmake_parse_arguments(arg "" "" "DEPENDS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${name}_tests ${sources})
  target_link_libraries(${name}_tests PRIVATE ${arg_DEPENDS} GTest::gmock_main paravent_warnings)
  target_include_directories(${name}_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests ${CMAKE_BINARY_DIR}/tests)
  # The code under test is optimised; stories full of JSON literals would take longer to optimise than to run.
  if(PARAVENT_SANITIZE)
    # What overflows in a story is the story's affair; it compiles twice as fast without those checks.
    target_compile_options(${name}_tests PRIVATE -O0 -fno-sanitize=undefined
                                                 $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=fuzzer-no-link>)
  else()
    target_compile_options(${name}_tests PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
  add_test(NAME ${name} COMMAND ${name}_tests --gtest_brief=1)
endfunction()
