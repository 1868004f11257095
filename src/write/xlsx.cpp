#include <xlsxwriter.h>

#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <limits>
#include <stdexcept>

#include "base/error.hpp"
#include "package/inflate.hpp"
#include "package/xml.hpp"
#include "package/zip.hpp"
#include "write/write.hpp"
#include "write/xlsx_sheet.hpp"

namespace huizong {
namespace {

constexpr std::time_t fixed_creation = 315532800;  // 1980-01-01: the same book gives the same bytes at any hour

// A file that is gone again unless it got its final name.
class DraftFile {
 public:
  explicit DraftFile(const Path& target)
      : target_(target),
        draft_(target.parent_path() / boost::filesystem::unique_path("." + target.filename().string() + ".%%%%%%%%")) {}
  ~DraftFile() {
    boost::system::error_code ignored;
    boost::filesystem::remove(draft_, ignored);
  }
  DraftFile(const DraftFile&) = delete;
  DraftFile& operator=(const DraftFile&) = delete;

  const Path& path() const { return draft_; }
  [[noreturn]] void fail(int code) const {
    const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
    if (full) throw Error(ErrorKind::space, "error.no-space", {{"path", target_.string()}});
    // The library does not always pass on why.
    const char* why = std::strerror(code == 0 ? EIO : code);
    throw Error(ErrorKind::io, "error.file-unwritable", {{"path", target_.string()}, {"why", why}});
  }
  void publish() const {
    boost::system::error_code error;
    boost::filesystem::rename(draft_, target_, error);
    if (error) fail(error.value());
  }

 private:
  Path target_;
  Path draft_;
};

lxw_worksheet* add_worksheet(lxw_workbook* workbook, const std::string& name) {
  lxw_worksheet* worksheet = workbook_add_worksheet(workbook, name.c_str());
  if (worksheet == nullptr) throw std::logic_error("no name for a sheet: " + name);
  return worksheet;
}

void write_sheets(lxw_workbook* workbook, const Book& book) {
  Formats formats(workbook);
  bool has_active = false;
  // All sheets first: charts and names look other sheets up by their name.
  std::vector<lxw_worksheet*> worksheets;
  for (const Sheet& sheet : book.sheets) worksheets.push_back(add_worksheet(workbook, sheet.name));
  for (std::size_t i = 0; i < worksheets.size(); ++i) {
    const Sheet& sheet = book.sheets[i];
    write_cells(worksheets[i], sheet, formats);
    write_features(workbook, worksheets[i], sheet, formats);
    if (sheet.hidden) {
      worksheet_hide(worksheets[i]);
    } else if (!has_active) {
      // The library opens on the first sheet, which may be hidden.
      has_active = true;
      worksheet_activate(worksheets[i]);
      worksheet_set_first_sheet(worksheets[i]);
    }
  }
}

void write_book(lxw_workbook* workbook, const Book& book) {
  set_default_font(workbook);
  std::string title = cut_text(book.title, 255);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.created = fixed_creation;
  workbook_set_properties(workbook, &properties);
  write_sheets(workbook, book);
  for (const DefinedName& name : book.names) {
    if (workbook_define_name(workbook, name.name.c_str(), ("=" + name.refers_to).c_str()) != LXW_NO_ERROR) {
      throw std::logic_error("no name for a range: " + name.name);
    }
  }
}

bool is_whole_part(std::string_view part) {
  XmlScanner scanner(part);
  int elements = 0;
  while (scanner.next() != XmlToken::end) ++elements;
  return elements > 0 && scanner.depth() == 0;
}

// The library writes parts by way of temporary files and does not look whether they took everything: on a full disk it
// packs half a sheet and reports success. So what it wrote is read once.
bool is_whole(const Path& path) {
  const std::string bytes = read_file(path);
  try {
    const ZipDirectory zip(bytes, 65535);
    InflateBudget budget(std::numeric_limits<std::size_t>::max());
    for (const ZipEntry& entry : zip.entries()) {
      if (!is_whole_part(inflate_part(entry, budget).view())) return false;
    }
  } catch (const Error&) {
    return false;
  }
  return true;
}

}  // namespace

void write_xlsx(const Book& book, const Path& path) {
  const DraftFile draft(path);
  // An early look, because the library reports a bad folder only after all the work, and on standard error.
  if (errno = 0; !std::ofstream(draft.path().string(), std::ios::binary)) draft.fail(errno);
  lxw_workbook* workbook = workbook_new(draft.path().c_str());
  if (workbook == nullptr) throw std::bad_alloc();
  try {
    write_book(workbook, book);
  } catch (...) {
    lxw_workbook_free(workbook);
    throw;
  }
  errno = 0;
  const lxw_error error = workbook_close(workbook);
  if (error != LXW_NO_ERROR) draft.fail(errno);
  if (!is_whole(draft.path())) draft.fail(ENOSPC);
  draft.publish();
}

}  // namespace huizong
