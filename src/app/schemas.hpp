#pragma once
// `schema`: list, check, print.

#include <string>
#include <vector>

#include "base/message.hpp"
#include "schema/form.hpp"
#include "schema/lint.hpp"

namespace huizong {

/// Schemas as a command sees them: the workspace's, where there is one, else all of the program's.
Catalogue load_schemas(const std::string& workspace);
/// Every fault of the files given, or of all schema files where none is given, and what their documents leave unclear.
LintResult lint_schemas(const std::string& workspace, const std::vector<std::string>& files);
/// A code list by `id` or `pack/id`; nullptr where there is none.
const CodeList* find_code_list(const Catalogue& catalogue, const std::string& id);
/// `id` or `pack/id`. *Errors*: Error(usage, "error.no-form" or "error.ambiguous-form").
const FormSpec& find_form(const Catalogue& catalogue, const std::string& id);

}  // namespace huizong
