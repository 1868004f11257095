#pragma once
// What the source documents themselves leave unclear, found from the schemas as data: `schema lint` names it, with the
// reading that we chose. No fault of a schema: forms load with it.

#include <string>
#include <vector>

#include "schema/form.hpp"

namespace huizong {

struct LintNote {
  std::string pack, form;
  Message message;  ///< lint.*
  Sentence reading;  ///< as the schema says it; empty: as the table of messages says it for this kind of note
};

struct LintResult {
  std::vector<Message> faults;  ///< of the schemas
  std::vector<LintNote> notes;  ///< of their documents, by pack and form
};

/// Units that are missing or two, labels that only their path tells apart or that another print has elsewhere, deadlines that
/// differ, columns that overlap, thresholds that overlap or leave a gap, a period that is not printed whole. Of a form that
/// takes its columns from another only what is its own.
std::vector<LintNote> notes_of(const FormSpec& form);
/// Codes that stand twice, names within a class that end in one another, an 其他 whose name is not that of its class.
std::vector<LintNote> notes_of(const CodeList& list);

}  // namespace huizong
