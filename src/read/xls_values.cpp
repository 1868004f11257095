#include "read/xls_values.hpp"

namespace huizong {
namespace {

constexpr std::size_t result_at = 6, tokens_at = 22, reference_bytes = 5;

/// Does the last operation of a formula, which gives its result, never give a text?
bool never_gives_text(std::string_view tokens) {
  if (tokens.size() <= reference_bytes) return tokens.size() > 1 && (tokens.back() == 0x13 || tokens.back() == 0x14);
  const std::uint8_t last = get8(&tokens.back());
  const bool is_arithmetic = (last >= 0x03 && last <= 0x07) || last == 0x13 || last == 0x14;
  const bool is_comparison = last >= 0x09 && last <= 0x0E;
  if (is_arithmetic || is_comparison) return true;
  const char* end = tokens.data() + tokens.size();
  constexpr std::uint8_t attribute = 0x19, sum = 0x10;
  if (get8(end - 4) == attribute && get8(end - 3) == sum) return true;
  const bool is_open_call = (get8(end - 4) & 0x1F) == 0x02, is_fixed_call = (get8(end - 3) & 0x1F) == 0x01;
  const std::uint16_t function = get16(end - 2);
  const bool is_sum = function == 0 || (function >= 4 && function <= 7);  // COUNT, SUM, AVERAGE, MIN, MAX
  const bool is_rounding = function >= 24 && function <= 27;              // ABS, INT, SIGN, ROUND
  return (is_open_call && get8(end - 4) >= 0x20 && is_sum) || (is_fixed_call && get8(end - 3) >= 0x20 && is_rounding);
}

}  // namespace

bool has_empty_result(std::string_view record) {
  return record.size() >= tokens_at && get16(record.data() + result_at + 6) == 0xFFFF &&
         get8(record.data() + result_at) == 3;
}

bool is_uncalculated(std::string_view record) {
  if (!has_empty_result(record)) return false;
  return never_gives_text(record.substr(tokens_at, get16(record.data() + tokens_at - 2)));
}

std::string_view to_error_text(std::uint8_t code) {
  switch (code) {
    case 0x00:
      return "#NULL!";
    case 0x07:
      return "#DIV/0!";
    case 0x0F:
      return "#VALUE!";
    case 0x17:
      return "#REF!";
    case 0x1D:
      return "#NAME?";
    case 0x24:
      return "#NUM!";
    case 0x2A:
      return "#N/A";
    case 0x2B:
      return "#GETTING_DATA";
    default:
      return "#UNKNOWN!";
  }
}

unsigned page_of_charset(std::uint8_t charset) {
  switch (charset) {
    case 128:
      return 932;
    case 129:
      return 949;
    case 130:
      return 1361;
    case 134:
      return 936;
    case 136:
      return 950;
    case 161:
      return 1253;
    case 162:
      return 1254;
    case 163:
      return 1258;
    case 177:
      return 1255;
    case 178:
      return 1256;
    case 186:
      return 1257;
    case 204:
      return 1251;
    case 222:
      return 874;
    case 238:
      return 1250;
    default:
      return 0;  // Western, default, symbols, OEM: the workbook's own page
  }
}

}  // namespace huizong
