// Writing: batches of the inbox, withdrawals, marks of the reports.

#include "archive/encode.hpp"
#include "archive/state.hpp"
#include "base/error.hpp"

namespace huizong {
namespace {

void store_content(SQLite::Database& db, const Sighting& sighting, const Moment& received) {
  SQLite::Statement insert(db, "INSERT OR IGNORE INTO content VALUES (?, ?, ?)");
  insert.bind(1, sighting.sha256);
  insert.bind(2, sighting.size_bytes);
  insert.bind(3, to_text(received));
  insert.exec();
}

void store_sighting(SQLite::Database& db, const Sighting& sighting) {
  // The time a content had when it was first seen under this name stays: touching a file makes no new version.
  SQLite::Statement insert(db,
                           "INSERT INTO sighting VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (file, sha256) DO UPDATE SET "
                           "fingerprint = excluded.fingerprint, bucket = excluded.bucket, "
                           "submissions = excluded.submissions, findings = excluded.findings");
  std::vector<std::string> findings;
  for (const Finding& finding : sighting.findings) findings.push_back(encode_finding(finding));
  insert.bind(1, sighting.file);
  insert.bind(2, sighting.sha256);
  insert.bind(3, sighting.mtime);
  insert.bind(4, sighting.fingerprint);
  insert.bind(5, sighting.bucket ? std::string(to_word(*sighting.bucket)) : "");
  insert.bind(6, encode_list(sighting.submissions));
  insert.bind(7, encode_list(findings));
  insert.exec();
}

void store_head(SQLite::Database& db, const Submission& s) {
  SQLite::Statement insert(db,
                           "INSERT INTO submission VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET "
                           "by_entity = excluded.by_entity, nil_report = excluded.nil_report, "
                           "present = excluded.present, figures_hash = excluded.figures_hash");
  std::string present;
  for (const bool there : s.data.present) present += there ? '1' : '0';
  insert.bind(1, s.id);
  insert.bind(2, s.sha256);
  insert.bind(3, s.file);
  insert.bind(4, s.data.sheet);
  insert.bind(5, s.mtime);
  insert.bind(6, s.data.pack);
  insert.bind(7, s.data.form);
  insert.bind(8, to_text(s.data.period));
  insert.bind(9, s.data.region);
  insert.bind(10, s.data.reporter);
  insert.bind(11, s.data.by_entity ? 1 : 0);
  insert.bind(12, s.data.nil_report ? 1 : 0);
  insert.bind(13, present);
  insert.bind(14, s.figures_hash);
  insert.exec();
}

void delete_derived(SQLite::Database& db, const std::string& id) {
  for (const char* sql : {"DELETE FROM record WHERE submission = ?", "DELETE FROM total WHERE submission = ?",
                          "DELETE FROM finding WHERE submission = ?"}) {
    SQLite::Statement statement(db, sql);
    statement.bind(1, id);
    statement.exec();
  }
}

/// Prepared once a batch: a province brings tens of thousands of rows.
struct DerivedWriter {
  SQLite::Statement record, total, finding;
  explicit DerivedWriter(SQLite::Database& db)
      : record(db, "INSERT INTO record VALUES (?,?,?,?,?,?,?,?,?,?)"),
        total(db, "INSERT INTO total VALUES (?,?,?,?,?,?,?,?,?)"),
        finding(db, "INSERT INTO finding VALUES (?,?,?)") {}

  void write(const Submission& s) {
    int ordinal = 0;
    for (const auto* records : {&s.data.records, &s.data.block_records}) {
      for (const Record& r : *records) {
        SQLite::bind(record, s.id, ordinal++, r.key, r.name, r.region, r.row, r.held_out ? 1 : 0, encode_values(r.values), r.block,
                     r.sheet);
        record.exec();
        record.reset();
      }
    }
    ordinal = 0;
    for (const FiledTotal& t : s.data.totals) {
      SQLite::bind(total, s.id, ordinal++, t.row, t.first_record, t.last_record, t.grand ? 1 : 0, encode_values(t.values),
                   t.block, t.sheet);
      total.exec();
      total.reset();
    }
    ordinal = 0;
    for (const Finding& f : s.findings) {
      SQLite::bind(finding, s.id, ordinal++, encode_finding(f));
      finding.exec();
      finding.reset();
    }
  }
};

}  // namespace

void Archive::store(const std::vector<Intake>& batch, const Moment& received) {
  if (batch.empty()) return;
  if (state_->writable) store_originals(state_->folder, batch);
  try {
    SQLite::Transaction transaction(state_->db);
    DerivedWriter writer(state_->db);
    for (const Intake& intake : batch) {
      store_content(state_->db, intake.sighting, received);
      store_sighting(state_->db, intake.sighting);
      for (const Submission& submission : intake.submissions) {
        store_head(state_->db, submission);
        delete_derived(state_->db, submission.id);
        writer.write(submission);
      }
    }
    transaction.commit();
  } catch (const SQLite::Exception& failure) {
    throw_archive_error(failure);
  }
}

void Archive::withdraw(const std::string& id, const std::string& note, const std::string& by, const Moment& at) {
  const auto there = submission(id);
  if (!there) throw Error(ErrorKind::usage, "error.no-such-submission", {{"id", id}});
  if (there->withdrawn) throw Error(ErrorKind::usage, "error.already-withdrawn", {{"id", id}, {"note", there->withdrawn_note}});
  try {
    SQLite::Statement insert(state_->db, "INSERT INTO withdrawal VALUES (?,?,?,?)");
    SQLite::bind(insert, id, to_text(at), note, by);
    insert.exec();
  } catch (const SQLite::Exception& failure) {
    throw_archive_error(failure);
  }
}

void Archive::set_report_fingerprint(const std::string& name, const std::string& fingerprint) {
  if (report_fingerprint(name) == fingerprint) return;
  try {
    SQLite::Statement insert(state_->db, "INSERT OR REPLACE INTO report VALUES (?,?)");
    SQLite::bind(insert, name, fingerprint);
    insert.exec();
  } catch (const SQLite::Exception& failure) {
    throw_archive_error(failure);
  }
}

}  // namespace huizong
