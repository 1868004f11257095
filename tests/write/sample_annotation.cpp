// annotate IN OUT NAME (SHEET CELL|- M|V|I TEXT)...: the annotated copy, for check_annotate.py.

#include <cstdio>

#include "base/error.hpp"
#include "write/annotate.hpp"

using namespace huizong;

int main(int count, char** arguments) {
  if (count < 4 || count % 4 != 0) return std::fputs("IN OUT NAME (SHEET CELL LETTER TEXT)...\n", stderr), 2;
  std::vector<FindingMark> marks;
  RemarkSheet remarks{arguments[3], {{"单元格", "审核意见"}}};
  for (int i = 4; i < count; i += 4) {
    marks.push_back({arguments[i], parse_a1(arguments[i + 1]), arguments[i + 3], *parse_severity(arguments[i + 2])});
    remarks.rows.push_back({arguments[i + 1], arguments[i + 3]});
  }
  try {
    annotate_xlsx(read_file(arguments[1]), marks, remarks, arguments[2]);
  } catch (const Error& error) {
    std::puts(error.message().id.c_str());
    return 3;
  }
}
