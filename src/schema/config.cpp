// huizong.yaml of a workspace.

#include <string>

#include "base/text.hpp"
#include "schema/load.hpp"
#include "schema/yaml_tree.hpp"

namespace huizong {
namespace {

constexpr std::pair<std::string_view, Lang> languages[] = {{"zh", Lang::zh}, {"en", Lang::en}};
constexpr int largest_mebibytes = 4096, largest_part_mebibytes = 65536, most_entries = 1'000'000;
constexpr int longest_settle_seconds = 3600;

/// +08:00
int read_zone(const Source& source, const YamlNode& node) {
  const std::string text = to_string(source, node);
  bool good = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':';
  for (std::size_t i : {1, 2, 4, 5}) good = good && text[i] >= '0' && text[i] <= '9';
  const int hours = good ? (text[1] - '0') * 10 + text[2] - '0' : 99;
  const int minutes = good ? (text[4] - '0') * 10 + text[5] - '0' : 99;
  if (hours > 14 || minutes > 59) refuse(source, node.at, "why.bad-zone", {{"what", text}});
  return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

/// A limit of 1 to `most`, in the unit that its key stands for; `limit` stays where the key is absent.
void read_limit(const Source& source, const MapReader& map, std::string_view key, int most, std::size_t unit,
                std::size_t& limit) {
  if (map.find(key) == nullptr) return;
  const int value = map.whole(key);
  if (value < 1 || value > most) {
    refuse(source, map.key_place(key), "why.out-of-range", {{"least", "1"}, {"most", std::to_string(most)}});
  }
  limit = static_cast<std::size_t>(value) * unit;
}

void read_intake(const Source& source, const YamlNode& node, Config& config) {
  const MapReader map(source, node, {"settle", "largest", "largestPart", "largestStrings", "mostEntries"});
  if (const auto settle = map.number("settle")) {
    if (settle->is_negative() || *settle > Decimal(longest_settle_seconds)) {
      refuse(source, map.key_place("settle"), "why.out-of-range",
             {{"least", "0"}, {"most", std::to_string(longest_settle_seconds)}});
    }
    config.settle_milliseconds = static_cast<int>(round_half_away(*settle * Decimal(1000), 0).coefficient());
  }
  constexpr std::size_t mebibyte = 1u << 20;
  read_limit(source, map, "largest", largest_mebibytes, mebibyte, config.file_bytes);
  read_limit(source, map, "largestPart", largest_part_mebibytes, mebibyte, config.part_bytes);
  read_limit(source, map, "largestStrings", largest_part_mebibytes, mebibyte, config.string_bytes);
  read_limit(source, map, "mostEntries", most_entries, 1, config.entries);
}

bool is_code(std::string_view text) {
  return text.size() == 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<std::string> read_codes(const Source& source, const YamlNode* node) {
  std::vector<std::string> codes;
  if (node == nullptr || node->kind == YamlNode::Kind::null) return codes;
  codes = to_strings(source, *node);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (is_code(std::string_view(codes[i]).substr(0, codes[i].find('-')))) continue;  // 140900-jkq is a zone
    refuse(source, node->kind == YamlNode::Kind::list ? node->items[i].at : node->at, "why.not-a-code",
           {{"what", codes[i]}});
  }
  return codes;
}

std::string read_province(const Source& source, const YamlNode& node) {
  const std::string code = to_string(source, node);
  if (!is_code(code)) refuse(source, node.at, "why.not-a-code", {{"what", code}});
  return code;
}

/// One line of the written file: `{}` keys stay, the comment follows the language.
struct ConfigLine {
  std::string_view text, zh, en;
};
constexpr ConfigLine config_lines[] = {
    {"pack: {pack}", "省份表式包", "the province's pack of forms"},
    {"province: \"{province}\"", "省级区划代码，须加引号", "code of the province, in quotes"},
    {"language: {language}", "报表和退回件的语言：zh 或 en", "language of reports and returned copies: zh or en"},
    {"zone: \"+08:00\"", "时区", "time zone"},
    {"intake:", "", ""},
    {"  settle: 1", "文件两次查看间隔（秒），大小和时间不变才收",
     "seconds between two looks; a file counts when unchanged"},
    {"  largest: 200", "单个文件上限（MiB）", "largest file taken in, MiB"},
    {"  largestPart: 2048", "单个文件解压后上限（MiB）", "most that one file may unpack to, MiB"},
    {"  largestStrings: 512", "其中共享文字上限（MiB）", "of that, its shared texts, MiB"},
    {"  mostEntries: 10000", "压缩包内部件数上限", "most parts in one package"},
    {"# nilReportOwed: [\"140921\"]", "自愿申报的表，须作零报告的区划",
     "regions that owe a nil report where a form is voluntary"},
    {"# exempt: [\"140922\"]", "免报的区划", "regions that owe nothing"}};

}  // namespace

Config parse_config(std::string_view yaml, std::string_view file_name) {
  Source source;
  source.text = yaml;
  source.file = std::string(file_name);
  source.kind = ErrorKind::config;
  source.message_id = "error.config";
  const YamlNode root = parse_yaml(source);
  const MapReader map(source, root, {"pack", "province", "language", "zone", "intake", "nilReportOwed", "exempt"});
  Config config;
  config.pack = to_string(source, map.need("pack"));
  if (const YamlNode* province = map.find("province")) config.province = read_province(source, *province);
  if (const YamlNode* language = map.find("language")) config.language = to_choice(source, *language, languages);
  if (const YamlNode* zone = map.find("zone")) config.zone_minutes = read_zone(source, *zone);
  if (const YamlNode* intake = map.find("intake")) read_intake(source, *intake, config);
  config.nil_report_owed = read_codes(source, map.find("nilReportOwed"));
  config.exempt = read_codes(source, map.find("exempt"));
  return config;
}

std::string to_config_yaml(std::string_view pack, std::string_view province, Lang lang) {
  std::string yaml;
  for (const ConfigLine& line : config_lines) {
    std::string text = replace_all(std::string(line.text), "{pack}", pack);
    text = replace_all(std::move(text), "{province}", province);
    text = replace_all(std::move(text), "{language}", lang == Lang::zh ? "zh" : "en");
    const std::string_view comment = lang == Lang::zh ? line.zh : line.en;
    if (!comment.empty()) text = pad_right(text, 24) + "  # " + std::string(comment);
    yaml += text + "\n";
  }
  return yaml;
}

}  // namespace huizong
