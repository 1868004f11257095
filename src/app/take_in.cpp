#include "app/take_in.hpp"

#include "app/workspace.hpp"
#include "base/error.hpp"
#include "base/hash.hpp"
#include "check/check.hpp"
#include "read/formulas.hpp"

namespace huizong {
namespace {

/// The same figures, cell places aside: a file saved again is no new version.
std::string to_figures_hash(const Return& data) {
  std::string all = data.nil_report ? "nil\n" : "";
  for (const auto* records : {&data.records, &data.block_records}) {
    for (const Record& record : *records) {
      if (!record.block.empty()) all += record.block + "\x1f";
      all += record.key + "\x1f";
      for (const Value& value : record.values) {
        all += std::to_string(static_cast<int>(value.kind)) + ":";
        all += value.has_number() ? to_text(value.number) : value.kind == ValueKind::date ? to_text(value.date) : value.text;
        all += '\x1f';
      }
      all += '\n';
    }
  }
  return sha256(all);
}

Submission to_submission(BoundReturn&& bound, const Intake& intake) {
  Submission s;
  s.data = std::move(bound.data);
  s.findings = std::move(bound.findings);
  s.file = intake.sighting.file;
  s.sha256 = intake.sighting.sha256;
  s.size_bytes = intake.sighting.size_bytes;
  s.mtime = intake.sighting.mtime;
  s.id = sha256(s.data.form + "\x1f" + to_text(s.data.period) + "\x1f" + s.data.region + "\x1f" + s.data.reporter + "\x1f" +
                s.sha256 + "\x1f" + s.data.sheet).substr(0, 12);
  s.figures_hash = to_figures_hash(s.data);
  return s;
}

/// A return whose period or reporter is not known cannot be filed under anything: its findings stay with the file.
bool is_placed(const Return& data) { return data.period.year != 0 && !data.region.empty(); }

void take_returns(Bound&& bound, const TakeInContext& context, Intake& intake) {
  intake.sighting.findings = std::move(bound.findings);
  for (BoundReturn& one : bound.returns) {
    const FormSpec* form = context.pack.form(one.data.form);
    settle_mandatory(*form, one.data, one.findings);
    for (Finding& finding : check_return(*form, one.data, intake.sighting.file)) one.findings.push_back(std::move(finding));
    join_stale_totals(one.findings);
    if (context.ledger) intake.ledger.push_back({one.data, std::move(one.marks), ""});
    if (!is_placed(one.data)) {
      for (Finding& finding : one.findings) intake.sighting.findings.push_back(std::move(finding));
      intake.sighting.bucket = Bucket::returned;
      continue;
    }
    intake.submissions.push_back(to_submission(std::move(one), intake));
    intake.sighting.submissions.push_back(intake.submissions.back().id);
    if (context.ledger) intake.ledger.back().submission = intake.submissions.back().id;
  }
  if (bound.returns.empty()) intake.sighting.bucket = Bucket::unrecognised;
}

void refuse(Intake& intake, std::string_view rule, Args args) {
  Finding finding = make_finding(rule, std::move(args));
  finding.file = intake.sighting.file;
  intake.sighting.findings = {std::move(finding)};
  intake.sighting.submissions.clear();
  intake.submissions.clear();
  intake.ledger.clear();
  intake.sighting.bucket = rule == "file.unsupported" ? Bucket::unrecognised : Bucket::unreadable;
}

}  // namespace

std::string to_take_in_fingerprint(const TakeInContext& context) {
  return sha256(context.catalogue.fingerprint + "\n" + std::string(program_version()) + "\n" + context.pack.id + "\n" +
                context.province + "\n" + (context.assumed ? to_text(*context.assumed) : "") + "\n" + context.only_form + "\n" +
                std::to_string(context.limits.file_bytes) + " " + std::to_string(context.limits.part_bytes) + " " +
                std::to_string(context.limits.string_bytes) + " " + std::to_string(context.limits.entries))
      .substr(0, 16);
}

Intake take_in(std::string bytes, const std::string& file, std::int64_t mtime, const TakeInContext& context) {
  Intake intake;
  intake.sighting.file = file;
  intake.sighting.sha256 = sha256(bytes);
  intake.sighting.size_bytes = static_cast<std::int64_t>(bytes.size());
  intake.sighting.mtime = mtime;
  intake.sighting.fingerprint = context.fingerprint;
  intake.bytes = std::move(bytes);
  try {
    Binder binder({context.catalogue, context.pack, context.province, file, context.assumed, context.only_form,
                   to_date(Moment{mtime, static_cast<std::int16_t>(context.zone_minutes)}), context.index, context.ledger,
                   [&](const std::string& sheet) { return read_formulas(intake.bytes, file, context.limits, sheet); }});
    read_workbook(intake.bytes, file, context.limits, binder);
    take_returns(binder.take(), context, intake);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    refuse(intake, error.message().id, error.message().args);
  } catch (const std::bad_alloc&) {
    refuse(intake, "file.too-large", {{"why", "why.memory"}});
  } catch (const std::exception& failure) {
    // A fault of ours must not cost the other files of the night; it is said, and the original is kept.
    refuse(intake, "file.unreadable", {{"why", "why.internal"}, {"value", failure.what()}});
  }
  number_findings(intake.sighting.findings);
  return intake;
}

}  // namespace huizong
