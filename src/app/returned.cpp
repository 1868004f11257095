#include "app/returned.hpp"

#include <boost/filesystem/operations.hpp>
#include <map>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "read/read.hpp"
#include "report/messages.hpp"
#include "write/annotate.hpp"
#include "write/write.hpp"

namespace huizong {
namespace fs = boost::filesystem;
namespace {

/// One file that goes back, with all that is said about it.
struct SentBack {
  std::string sha256;
  std::string region;
  std::vector<Finding> findings;
};

bool goes_back(const Standing& s) { return s.newest && s.bucket == Bucket::returned; }

/// By file name, relative to the inbox.
std::map<std::string, SentBack> collect(PeriodBook& book, const std::vector<InboxFile>& files) {
  std::map<std::string, SentBack> all;
  const auto add = [&all](const std::string& file, const std::string& sha256, const std::string& region, const std::vector<Finding>& findings) {
    SentBack& one = all[file];
    one.sha256 = sha256;
    if (one.region.empty()) one.region = region;
    one.findings.insert(one.findings.end(), findings.begin(), findings.end());
  };
  for (const Period& period : book.periods()) {
    const PeriodState& state = book.at(period);
    for (const Standing& s : state.standings) {
      if (goes_back(s)) add(s.submission->file, s.submission->sha256, s.submission->data.region, state.findings_of(*s.submission));
    }
  }
  for (const InboxFile& file : files) {
    for (const InboxReturn& one : file.returns) {
      if (one.submission.empty()) add(file.file, file.sha256, one.region, file.findings);
    }
  }
  return all;
}

RemarkSheet to_remarks(const SentBack& one, const Catalogue& catalogue, Lang lang) {
  RemarkSheet remarks{say("word.remarks", {}, lang), {{}}};
  for (const char* head : {"word.severity", "word.sheet", "word.cell", "word.column", "word.message", "word.how-to-mend"}) {
    remarks.rows[0].push_back(say(head, {}, lang));
  }
  for (const Finding& f : one.findings) {
    remarks.rows.push_back({say("word.severity." + std::string(to_letter(f.severity)), {}, lang), f.sheet, f.cell ? to_a1(*f.cell) : "",
                            f.column, message_of(f, catalogue, lang), mend_of(f, catalogue, lang)});
  }
  return remarks;
}

std::vector<FindingMark> to_marks(const SentBack& one, const Catalogue& catalogue, Lang lang) {
  std::vector<FindingMark> marks;
  for (const Finding& f : one.findings) {
    std::string text = message_of(f, catalogue, lang);
    if (const std::string mend = mend_of(f, catalogue, lang); !mend.empty()) text += "\n" + mend;
    marks.push_back({f.sheet, f.cell, std::move(text), f.severity});
  }
  return marks;
}

/// A csv has no room for remarks: its cells in a workbook, marked.
Book to_marked_book(const Workbook& workbook, const std::vector<FindingMark>& marks, const RemarkSheet& remarks) {
  Book book;
  for (const SourceSheet& source : workbook.sheets) {
    Sheet sheet;
    sheet.name = source.head.name.substr(0, 31);
    Style bad;
    bad.fill = 0xFFC7CE;
    for (const Grid::Row& row : source.grid.rows()) {
      for (const Cell& cell : source.grid.cells(row)) sheet.cells.push_back({{row.row, cell.column}, std::string(cell.text), 0, "", ""});
    }
    for (const FindingMark& mark : marks) {
      if (!mark.cell) continue;
      for (SheetCell& cell : sheet.cells) {
        if (cell.at == *mark.cell) cell.style = sheet.style(bad), cell.note = mark.text;
      }
    }
    book.sheets.push_back(std::move(sheet));
  }
  Sheet list;
  list.name = remarks.name;
  for (std::uint32_t row = 0; row < remarks.rows.size(); ++row) {
    for (std::uint32_t column = 0; column < remarks.rows[row].size(); ++column) {
      list.cells.push_back({{row, column}, remarks.rows[row][column], 0, "", ""});
    }
  }
  book.sheets.push_back(std::move(list));
  return book;
}

void write_one(const std::string& file, const SentBack& one, const Path& folder, const Archive& archive, const ReportContext& context) {
  const Lang lang = context.workspace.config.language;
  const std::string bytes = archive.read_original(one.sha256);
  const auto marks = to_marks(one, context.catalogue, lang);
  const auto remarks = to_remarks(one, context.catalogue, lang);
  const Path region = folder / (one.region.empty() ? "unknown" : one.region);
  fs::create_directories(region);
  Path target = region / Path(file).filename();
  const bool patchable = sniff_format(bytes, file) == Format::xlsx;
  if (!patchable) target += ".xlsx";
  for (int copy = 2; fs::exists(target); ++copy) {
    target = region / (Path(file).stem().string() + "(" + std::to_string(copy) + ").xlsx");
  }
  if (patchable) annotate_xlsx(bytes, marks, remarks, target);
  else write_xlsx(to_marked_book(read_whole_workbook(bytes, file, {}), marks, remarks), target);
}

std::string to_fingerprint(const std::map<std::string, SentBack>& all, const ReportContext& context) {
  std::string text(program_version());
  text += context.catalogue.fingerprint;
  for (const auto& [file, one] : all) {
    text += file + "\n" + one.sha256 + "\n" + one.region + "\n";
    for (const Finding& f : one.findings) text += message_of(f, context.catalogue, context.workspace.config.language) + (f.cell ? to_a1(*f.cell) : "") + "\n";
  }
  return sha256(text);
}

}  // namespace

void write_returned(PeriodBook& book, const std::vector<InboxFile>& files, Archive& archive, const ReportContext& context) {
  const auto all = collect(book, files);
  const Path target = context.workspace.root / "returned";
  const std::string fingerprint = to_fingerprint(all, context);
  if (archive.report_fingerprint("returned") == fingerprint && fs::is_directory(target)) return;
  const Path fresh = context.workspace.root / ".returned.new";
  fs::remove_all(fresh);  // of a run that was killed
  fs::create_directories(fresh);
  for (const auto& [file, one] : all) {
    try {
      write_one(file, one, fresh, archive, context);
    } catch (const Error& error) {
      // What cannot be patched is in findings.xlsx all the same; it must not keep the others from going back.
      if (error.kind() != ErrorKind::input) throw;
    }
  }
  sync_file_system(fresh);
  swap_folder(fresh, target);
  archive.set_report_fingerprint("returned", fingerprint);
}

}  // namespace huizong
