#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "source_dir.hpp"

const char* const huizong::test::source_dir = HUIZONG_SOURCE_DIR;
