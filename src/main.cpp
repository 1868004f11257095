#include "cli/entry.hpp"

int main(int count, char** values) { return huizong::enter({values + 1, values + count}); }
