// The tables of sums, products and ratios were worked with Python's decimal at 200 digits.
#include "base/decimal.hpp"

#include "base/decimal_sum.hpp"
#include "base/plain_number.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <stdexcept>
#include <vector>

using namespace huizong;

namespace {

const std::string most_digits = "99999999999999999999999999999999999999";

Decimal decimal(std::string_view text) {
  const auto parsed = parse_decimal(text);
  REQUIRE_MESSAGE(parsed.has_value(), text);
  return *parsed;
}

}  // namespace

TEST_CASE("decimal: sums, differences and products") {
  struct Row { const char *a, *b, *sum, *difference, *product; };
  const Row rows[] = {
      {"-99390.8", "-1", "-99391.8", "-99389.8", "99390.8"},
      {"-0.8", "-7015764", "-7015764.8", "7015763.2", "5612611.2"},
      {"455824009", "0.0028", "455824009.0028", "455824008.9972", "1276307.2252"},
      {"6809848565", "-0.8", "6809848564.2", "6809848565.8", "-5447878852"},
      {"553", "-8763.09003", "-8210.09003", "9316.09003", "-4845988.78659"},
      {"5101867205", "72", "5101867277", "5101867133", "367334438760"},
      {"9132.1738", "48.8218", "9180.9956", "9083.352", "445849.16282884"},
      {"31432.8", "269637315104", "269637346536.8", "-269637283671.2", "8475455798201011.2"},
      {"5316271.37", "-79817", "5236454.37", "5396088.37", "-424328831939.29"},
      {"-2.767604", "56599395", "56599392.232396", "-56599397.767604", "-156644711.99958"},
      {"0.0097", "-3.56644", "-3.55674", "3.57614", "-0.034594468"},
      {"77.832216", "0.034", "77.866216", "77.798216", "2.646295344"},
      {"0.07", "636596822.13", "636596822.2", "-636596822.06", "44561777.5491"},
      {"-1490376.253", "-4797889912", "-4799380288.253", "4796399535.747", "7150661189353059.736"},
      {"-0.16952", "-8330000", "-8330000.16952", "8329999.83048", "1412101.6"},
      {"92180.72", "92311.52", "184492.24", "-130.8", "8509342377.8944"},
      {"973594882.084", "-1087.6", "973593794.484", "973595969.684", "-1058881793754.5584"},
      {"1619.076", "-2755.09", "-1136.014", "4374.166", "-4460700.09684"},
      {"5196710536.4993", "0.090504", "5196710536.589804", "5196710536.408796", "470323090.3953326472"},
      {"-0.0058", "1822758866.093", "1822758866.0872", "-1822758866.0988", "-10572001.4233394"},
      {"24", "1237687696557.17", "1237687696581.17", "-1237687696533.17", "29704504717372.08"},
      {"-0.0003", "-0.5957", "-0.596", "0.5954", "0.00017871"},
      {"631208.1", "-402018727.951", "-401387519.851", "402649936.051", "-253757477434367.6031"},
      {"9223372036854775807", "9223372036854775807", "18446744073709551614", "0", "85070591730234615847396907784232501249"},
      {"-9223372036854775808", "9223372036854775807", "-1", "-18446744073709551615", "-85070591730234615856620279821087277056"},
      {"922337203685477580.8", "-0.000000000000000005", "922337203685477580.799999999999999995",
       "922337203685477580.800000000000000005", "-4.611686018427387904"},
      {"-8654030390367.703", "-0.13393", "-8654030390367.83693", "-8654030390367.56907", "1159034290181.94646279"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(to_text(decimal(row.a) + decimal(row.b)) == row.sum);
    CHECK(to_text(decimal(row.a) - decimal(row.b)) == row.difference);
    CHECK(to_text(decimal(row.a) * decimal(row.b)) == row.product);
    CHECK(decimal(row.a) - decimal(row.a) == Decimal(0));
    Decimal running = decimal(row.a);
    running += decimal(row.b);
    CHECK(running == decimal(row.sum));
  }
}

TEST_CASE("decimal: ratios are rounded once, half away from zero") {
  struct Row { const char *a, *by, *b; int places; const char* expected; };
  const Row rows[] = {
      {"627.33", "100", "-86.54", 4, "-724.9018"},
      {"8426.8", "0.0001", "0.67947", 2, "1.24"},
      {"-5.81503267", "10000", "-0.003197", 6, "18189029.308727"},
      {"35142.57086821", "1", "86770338.262", 6, "0.000405"},
      {"840.3168264", "100", "-3864956.80492", 2, "-0.02"},
      {"-264.01454", "100", "43031.63444", 6, "-0.613536"},
      {"4.9", "10000", "-0.00444", 2, "-11036036.04"},
      {"-14247.08", "10000", "2.8", 6, "-50882428.571429"},
      {"0.0626", "1", "512710325.54", 0, "0"},
      {"0.1", "0.0001", "-29703452253197", 4, "0"},
      {"-96.08", "0.0001", "2199051", 2, "0"},
      {"72603.4018", "100", "-1.40405983", 2, "-5170962.11"},
      {"-69086895.91", "10000", "-5634733587324722426734096247607", 0, "0"},
      {"-407.1", "100", "0.8518027", 2, "-47792.76"},
      {"-6082511378534.29293208", "1", "5858641556.44096259", 6, "-1038.211899"},
      {"963493226243364801593468824824.2452", "10000", "78762828251.69", 2, "122328419081712101770375.35"},
      {"-289081793954633.113989", "1", "395309851140086948.19", 6, "-0.000731"},
      {"-0.6681641", "10000", "795248248.084208", 2, "0"},
      {"39431556030940506445396853.4", "100", "0.0043", 2, "917012930952104801055740776744.19"},
      {"55824261333433.6120718", "0.0001", "-3067597.8", 0, "-1820"},
      {"99999999999999999999999999999999999999", "100", "99999999999999999999999999999999999999", 2, "100"},
      {"99999999999999999999999999999999999999", "99999999999999999999999999999999999999", "99999999999999999999999999999999999999", 0, "99999999999999999999999999999999999999"},
      {"1", "1", "3", 37, "0.3333333333333333333333333333333333333"},
      {"2", "1", "3", 37, "0.6666666666666666666666666666666666667"},
      {"0.0000000000000000000000000000000000001", "0.0000000000000000000000000000000000001", "99999999999999999999999999999999999999", 2, "0"},
      {"1", "1", "8", 2, "0.13"},
      {"-1", "1", "8", 2, "-0.13"},
      {"5", "1", "1000", 2, "0.01"},
      {"4.999", "1", "1000", 2, "0"},
      {"-0.005", "1", "1", 2, "-0.01"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(to_text(scaled_ratio(decimal(row.a), decimal(row.by), decimal(row.b), row.places)) == row.expected);
  }
  CHECK(to_text(divide(decimal("10"), decimal("-4"), 0)) == "-3");
  CHECK(to_text(divide(decimal("22"), decimal("7"), 4)) == "3.1429");
  CHECK_THROWS_AS(divide(1, 0, 2), std::domain_error);
  CHECK_THROWS_AS(scaled_ratio(0, 1, 0, 2), std::domain_error);
  CHECK_THROWS_AS(scaled_ratio(decimal(most_digits), decimal(most_digits), 1, 0), std::overflow_error);
  CHECK_THROWS_AS(divide(decimal(most_digits), decimal("0.1"), 37), std::overflow_error);
}

TEST_CASE("decimal: rounding to places") {
  struct Row { const char* value; int places; const char* expected; };
  const Row rows[] = {
      {"2835.83", 6, "2835.83"},
      {"4358831.62", 4, "4358831.62"},
      {"-165028642835460.5943", 5, "-165028642835460.5943"},
      {"-44597.7", 0, "-44598"},
      {"-8.2", 6, "-8.2"},
      {"894.1925", 3, "894.193"},
      {"0.005", 2, "0.01"},
      {"74583980641933910.12", 1, "74583980641933910.1"},
      {"-540948.1", 2, "-540948.1"},
      {"517.9178848", 1, "517.9"},
      {"372589510", 0, "372589510"},
      {"0", 1, "0"},
      {"-0.004", 2, "0"},
      {"0.4999", 0, "0"},
      {"99.995", 2, "100"},
      {"-99.995", 2, "-100"},
      {"1250", -2, "1300"},
      {"0.0000000000000000000000000000000000005", 36, "0.000000000000000000000000000000000001"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.value);
    CHECK(to_text(round_half_away(decimal(row.value), row.places)) == row.expected);
  }
}

TEST_CASE("decimal: a double is seen with fifteen digits") {
  struct Row { double number; const char* expected; };
  const Row rows[] = {
      {0.30000000000000004, "0.3"},
      {0.3333333333333333, "0.333333333333333"},
      {0.6666666666666666, "0.666666666666667"},
      {333333333333333.3, "333333333333333"},
      {1.2345678901234568e+17, "123456789012346000"},
      {5.551115123125783e-17, "0.0000000000000000555111512312578"},
      {1.1102230246251565e-22, "0.000000000000000000000111022302462516"},
      {-0.07, "-0.07"},
      {4503599627370498.0, "4503599627370500"},
      {1.005, "1.005"},
      {999999999999999.9, "1000000000000000"},
      {0.0, "0"},
      {-0.0, "0"},
      {1e-60, "0"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.number);
    const auto decimal15 = to_decimal15(row.number);
    REQUIRE(decimal15.has_value());
    CHECK(to_text(*decimal15) == row.expected);
  }
  CHECK_FALSE(to_decimal15(std::numeric_limits<double>::infinity()));
  CHECK_FALSE(to_decimal15(std::numeric_limits<double>::quiet_NaN()));
  CHECK_FALSE(to_decimal15(1e38));
}

TEST_CASE("decimal: text with more digits than a spreadsheet holds") {
  struct Row { const char *text, *expected; };
  const Row rows[] = {
      {"0.30000000000000004", "0.3"},
      {"1234.5678901234567", "1234.56789012346"},
      {"9999999999999995", "10000000000000000"},
      {"9999999999999994", "9999999999999990"},
      {"-1.1102230246251565E-22", "-0.000000000000000000000111022302462516"},
      {"1E-50", "0"},
      {"6E-38", "0.0000000000000000000000000000000000001"},
      {"4E-38", "0"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto parsed = parse_decimal15(row.text);
    REQUIRE(parsed.has_value());
    CHECK(to_text(*parsed) == row.expected);
  }
  CHECK(to_text(round_to_15_digits(decimal("0.30000000000000004"))) == "0.3");
  CHECK(to_text(round_to_15_digits(decimal("-12345678901234.65"))) == "-12345678901234.7");
  CHECK(to_text(round_to_15_digits(decimal("123456789012345678"))) == "123456789012346000");
  CHECK(to_text(round_to_15_digits(decimal("123456789012345"))) == "123456789012345");
  CHECK_FALSE(parse_decimal15("1E40"));
  CHECK_FALSE(parse_decimal15("1,5"));
}

TEST_CASE("decimal: what is a plain number") {
  struct Row { const char *text, *expected; };
  const Row rows[] = {
      {"0", "0"},         {"-0", "0"},          {"-0.00", "0"},       {"007", "7"},         {"+1234.50", "1234.5"},
      {"-12", "-12"},     {".5", "0.5"},        {"-.50", "-0.5"},     {"1.2E+3", "1200"},   {"1.2e3", "1200"},
      {"12E-4", "0.0012"}, {"0E999999999999999", "0"}, {"100", "100"}, {"1.000", "1"},
      {"99999999999999999999999999999999999999", "99999999999999999999999999999999999999"},
      {"1E37", "10000000000000000000000000000000000000"},
      {"1E-37", "0.0000000000000000000000000000000000001"},
      {"1.00000000000000000000000000000000000000000000000", "1"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(to_text(decimal(row.text)) == row.expected);
  }
  for (const char* bad : {"", "-", "+", ".", "5.", "1.2.3", "1,234", " 1", "1 ", "１２", "0x10", "1E", "1E+", "E5", "1e5.0",
                          "--1", "inf", "nan", "1_000", "12家", "1E38", "1E999999999999999999999", "1E-38",
                          "100000000000000000000000000000000000000", "1.23456789012345678901234567890123456789"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_decimal(bad));
  }
}

TEST_CASE("decimal: a text that is the number's own is kept as it stands") {
  for (const char* plain : {"0", "7", "12", "-12", "100", "0.5", "-0.5", "1.25", "1024.01", "123456789012345", "-12345678901234.5"}) {
    CAPTURE(plain);
    CHECK(is_plain_number(plain));
    CHECK(to_text(*parse_decimal15(plain)) == plain);
  }
  for (const char* other : {"", "-", "-0", "007", "-01", "1.50", "1.0", "1.", ".5", "+1", "1e3", "1.2.3", "12家", "1,000", "--1",
                            "1234567890123456", "0.1234567890123456"}) {
    CAPTURE(other);
    CHECK_FALSE(is_plain_number(other));
  }
}

TEST_CASE("decimal: order holds where alignment would not fit") {
  const char* ascending[] = {"-99999999999999999999999999999999999999", "-1.0000000000000000000000000000000000001", "-1",
                             "-0.0000000000000000000000000000000000002", "-0.0000000000000000000000000000000000001", "0",
                             "0.0000000000000000000000000000000000001", "0.1", "0.2", "1", "1.0000000000000000000000000000000000001",
                             "9.9", "10", "9223372036854775807", "9223372036854775807.0000000000000000001", "9223372036854775807.5",
                             "9223372036854775808", "9223372036854775808.5", "99999999999999999999999999999999999998", "99999999999999999999999999999999999999"};
  const auto count = std::size(ascending);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < count; ++j) {
      CAPTURE(ascending[i]);
      CAPTURE(ascending[j]);
      CHECK((decimal(ascending[i]) <=> decimal(ascending[j])) == (i <=> j));
    }
  }
  CHECK(decimal("1.50") == decimal("1.5"));
  CHECK(Decimal(1500, 3) == decimal("1.5"));
  CHECK(Decimal(0, 9).scale() == 0);
  CHECK(Decimal(3, -2) == Decimal(300));
}

TEST_CASE("decimal: what needs more than 38 digits throws") {
  const Decimal most = decimal(most_digits);
  CHECK_THROWS_AS(most + 1, std::overflow_error);
  CHECK_THROWS_AS(-most - 1, std::overflow_error);
  CHECK_THROWS_AS(most + decimal("0.1"), std::overflow_error);
  CHECK_THROWS_AS(most * 2, std::overflow_error);
  CHECK_THROWS_AS(most * most, std::overflow_error);
  CHECK_THROWS_AS(decimal("1E-30") * decimal("1E-8"), std::overflow_error);
  CHECK_THROWS_AS(Decimal(1, 38), std::overflow_error);
  CHECK(to_text(most - most) == "0");
  CHECK(to_text(decimal("1E-20") * decimal("1E20")) == "1");
  // The product has 39 digits before its zeros are taken off.
  CHECK(to_text(decimal("2.5E-18") * decimal("40000000000000000004")) == "100.00000000000000001");
  CHECK(to_text(decimal("0.5000000000000000000000000000000000002") * 5) == "2.500000000000000000000000000000000001");
}

TEST_CASE("decimal: a sum of many is that of one after the other") {
  struct Row { std::vector<const char*> numbers; const char* sum; };
  const Row rows[] = {
      {{}, "0"},
      {{"0.25", "0.75"}, "1"},
      {{"100", "0.5", "-100.55", "3"}, "2.95"},
      {{"1E-37", "-1E-37", "5"}, "5"},
      {{"0.0000000000000000001", "0.9999999999999999999", "99999999999999999999999999999999999998"}, most_digits.c_str()},
      {{"99999999999999999999999999999999999998", "0.5", "0.5"}, nullptr},
      {{"99999999999999999999999999999999999999", "1"}, nullptr},
      {{"-99999999999999999999999999999999999999", "-99999999999999999999999999999999999999"}, nullptr},
  };
  for (const Row& row : rows) {
    CAPTURE(row.numbers.size());
    const auto add_up = [&] {
      DecimalSum sum;
      for (const char* number : row.numbers) sum += decimal(number);
      return sum.value();
    };
    if (row.sum == nullptr) CHECK_THROWS_AS(add_up(), std::overflow_error);
    else CHECK(to_text(add_up()) == row.sum);
  }
}

TEST_CASE("decimal: text with fixed places") {
  CHECK(to_fixed_text(decimal("5"), 2) == "5.00");
  CHECK(to_fixed_text(decimal("0"), 2) == "0.00");
  CHECK(to_fixed_text(decimal("-0.001"), 2) == "0.00");
  CHECK(to_fixed_text(decimal("-0.005"), 2) == "-0.01");
  CHECK(to_fixed_text(decimal("1234.5"), 2) == "1234.50");
  CHECK(to_fixed_text(decimal("0.05"), 1) == "0.1");
  CHECK(to_fixed_text(decimal("12.5"), 0) == "13");
  CHECK(to_text(Decimal(std::numeric_limits<std::int64_t>::min())) == "-9223372036854775808");
}

TEST_CASE("decimal: nearest double, sign and size") {
  CHECK(to_double(decimal("0.1")) == 0.1);
  CHECK(to_double(decimal("-123456789.125")) == -123456789.125);
  CHECK(to_double(decimal(most_digits)) == 1e38);
  CHECK(abs(decimal("-2.5")) == decimal("2.5"));
  CHECK(abs(decimal("2.5")) == decimal("2.5"));
  CHECK(decimal("-2.5").is_negative());
  CHECK_FALSE(decimal("2.5").is_whole());
  CHECK(decimal("2.0").is_whole());
}
