#include "bind/entity.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "bind/chars.hpp"
#include "bind/form_names.hpp"
#include "bind/seal.hpp"

namespace huizong {
namespace {

constexpr std::size_t shortest_name = 4;  // characters: 云谷基地

// What the name of a legal person, a base or a platform ends with.
constexpr auto endings = std::to_array<std::string_view>({"公司", "集团", "中心", "基地", "平台",   "园",     "园区", "孵化器", "院",   "协会",
                             "商会", "联盟", "学院", "大学", "研究所", "事务所", "合作社", "空间",   "工厂", "厂",
                             "社区", "小镇", "大厦", "广场", "工场", "街区", "港", "谷"});
constexpr auto offices = std::to_array<std::string_view>({"局", "厅", "委员会", "经信委", "政府", "部", "办公室"});

template <class Words>
bool ends_with_one_of(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return ends_with(text, word); });
}

/// The pieces of a file's name: 北京首冶新元科技发展有限公司-入驻企业名单（2023年）.
std::vector<std::string> pieces_of(std::string name) {
  for (const char* mark : {"（", "）", "(", ")", "_", "—", "－", "、", " ", "　", "+", "[", "]", "【", "】"}) name = replace_all(std::move(name), mark, "-");
  return split(name, '-');
}

/// A company's name that something is written behind without a mark: …有限公司入驻企业名单.
std::string cut_after_company(const std::string& piece) {
  const std::string_view company = "公司";
  const std::size_t at = piece.find(company);
  return at == std::string::npos ? std::string() : piece.substr(0, at + company.size());
}

std::string body_in_name(const FormNames& names, const std::string& name) {
  const std::vector<std::string> pieces = pieces_of(name);
  for (const std::string& piece : pieces) {
    if (is_entity_name(piece) && !names_form(names, TitleText(piece))) return piece;
  }
  for (const std::string& piece : pieces) {
    if (std::string company = cut_after_company(piece); !company.empty()) return company;
  }
  return {};
}

/// Which of the endings; empty where it is no name of a body.
std::string_view ending_of(std::string_view name) {
  if (!is_entity_name(name)) return {};
  const std::string folded = fold_label(name);
  return *std::find_if(endings.begin(), endings.end(), [&](std::string_view word) { return ends_with(folded, word); });
}

/// 高原公司 of 西宁高原企业服务有限公司: its characters stand in the long name in their order.
bool is_short_for(std::u32string_view name, std::u32string_view whole) {
  std::size_t at = 0;
  for (const char32_t c : whole) at += at < name.size() && name[at] == c ? 1 : 0;
  return at == name.size();
}

}  // namespace

bool is_entity_name(std::string_view text) {
  const std::string folded = fold_label(text);
  return count_characters(folded) >= shortest_name && ends_with_one_of(folded, endings) && !ends_with_one_of(folded, offices);
}

NamedBodies find_bodies(const FormNames& names, const std::string& line, const FilePlace& file) {
  NamedBodies bodies;
  const std::string told = without_seal(tidy(line));
  if (count_characters(told) >= shortest_name && !ends_with_one_of(fold_label(told), offices)) bodies.line = told;
  const auto innermost = std::find_if(file.folders.rbegin(), file.folders.rend(), [&](std::string_view folder) {
    return is_entity_name(folder) && !names_form(names, TitleText(folder));
  });
  if (innermost != file.folders.rend()) bodies.folder = *innermost;
  bodies.file = body_in_name(names, std::string(file.name));
  return bodies;
}

bool are_other_bodies(std::string_view one, std::string_view other) {
  if (one == other) return false;  // nearly always
  const std::u32string a = to_u32(fold_label(one)), b = to_u32(fold_label(other));
  const bool alike = !ending_of(one).empty() && ending_of(one) == ending_of(other);
  return alike && !is_short_for(a, b) && !is_short_for(b, a);
}

ListedNames to_listed_names(const FormSpec& form) {
  ListedNames names;
  const Roster& roster = form.reporter.roster;
  if (roster.rows == nullptr) return names;
  for (std::uint32_t row = 0; row < roster.rows->size(); ++row) {
    names.words.add(fold_label((*roster.rows)[row].values[static_cast<std::size_t>(roster.name)].text), row);
  }
  return names;
}

std::vector<NamedRow> find_listed_names(const ListedNames& names, const std::string& line, const FilePlace& file) {
  std::vector<std::string> places{fold_label(line)};
  for (auto folder = file.folders.rbegin(); folder != file.folders.rend(); ++folder) places.push_back(fold_label(*folder));
  places.push_back(fold_label(file.name));
  std::vector<NamedRow> found;
  for (std::size_t place = 0; place < places.size(); ++place) {
    std::set<std::uint32_t> rows;
    for (std::size_t at = 0; at < places[place].size(); ++at) {
      names.words.find_at(places[place], at, [&](std::uint32_t row, std::size_t) { rows.insert(row); });
    }
    for (const std::uint32_t row : rows) found.push_back({row, place == 0});
  }
  return found;
}

}  // namespace huizong
