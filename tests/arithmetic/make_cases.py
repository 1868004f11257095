#!/usr/bin/python3
"""Random rules with what they come to, computed by Python's decimal and fractions; the same ones each time.

    tests/arithmetic/make_cases.py OUT [--count 10000] [--seed 2024]

OUT gets one case a line, tab-separated: kind, then
    number  expression, columns a0…a59 as `name=value` (a name alone: blank), expected text or `missing`, `zero`, `long`
    maybe   as number, where the program may also say `long`: quotients in a row, whose common denominator is long
    code    text, `true` or `false`: is it a unified social credit code?
Rounded results carry their places in the expression: round(…, n), ties away from zero.
"""

import argparse
import decimal
import random
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

decimal.getcontext().prec = 400
DIGITS = 38  # what a number of the program holds
LARGEST_SCALE = 37
COLUMNS = 60


class Missing(Exception):
    """A figure is blank."""


class Zero(Exception):
    """A division by zero."""


class Long(Exception):
    """More digits than a number holds."""


def held(value):
    """The value, where a number of the program holds it: a coefficient of 38 digits at a scale of 37 at most."""
    digits = value.normalize().as_tuple()
    scale = max(0, -digits.exponent)
    if value == 0:
        return value
    if scale > LARGEST_SCALE or len(digits.digits) + max(0, digits.exponent) > DIGITS:
        raise Long
    return value


def rounded(value, places):
    """A fraction at `places` decimals, half away from zero."""
    scaled = value * 10**places
    whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
    whole += 2 * rest >= scaled.denominator
    return held(Decimal(whole if scaled >= 0 else -whole).scaleb(-places))


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def figure(self, scale=None, digits=None):
        """A figure as it is written; mixed scales, sometimes negative."""
        r = self.random
        scale = r.choice([0, 0, 1, 2, 2, 4, 6, 10]) if scale is None else scale
        digits = r.choice([1, 2, 3, 5, 8, 12]) if digits is None else digits
        text = format(Decimal(r.randrange(10**digits)).scaleb(-scale), "f")
        return ("-" if r.random() < 0.2 else "") + text

    def columns(self, count, blank_part):
        figures = [self.figure() for _ in range(count)]
        blanks = {i for i in range(count) if self.random.random() < blank_part}
        return figures, blanks

    def chain(self):
        """A sum of up to 50 terms; one in ten cases has a blank among them."""
        r = self.random
        count = r.randint(1, 50)
        figures, blanks = self.columns(count, r.choice([0] * 9 + [0.1]))
        text, value = "a0", Decimal(figures[0])
        for i in range(1, count):
            sign = r.choice("+-")
            text += f" {sign} a{i}"
            value = held(value + Decimal(figures[i]) * (1 if sign == "+" else -1)) if not blanks else value
        return text, figures, blanks, lambda: value

    def listed(self):
        """sum(…), min(…), max(…) of up to 50 columns."""
        r = self.random
        word = r.choice(["sum", "min", "max"])
        count = r.randint(1, 50)
        figures, blanks = self.columns(count, r.choice([0] * 9 + [0.1]))
        apply = {"sum": sum, "min": min, "max": max}[word]
        text = f"{word}({', '.join(f'a{i}' for i in range(count))})"
        return text, figures, blanks, lambda: held(apply([Decimal(f) for f in figures]))

    def quotient(self):
        """round(x / y, n), with remainders, and y zero now and then."""
        r = self.random
        figures, blanks = self.columns(2, 0.05)
        if r.random() < 0.08:
            figures[1] = r.choice(["0", "0.00", "-0"])
        places = r.randint(0, 15)

        def value():
            if Decimal(figures[1]) == 0:
                raise Zero
            return rounded(Fraction(figures[0]) / Fraction(figures[1]), places)

        return f"round(a0 / a1, {places})", figures, blanks, value

    def tie(self):
        """What lies half way between two roundings, or a hair beside it."""
        r = self.random
        places = r.randint(0, 8)
        figure = self.figure(places) + ("." if places == 0 else "") + "5" + r.choice(["", "", "0", "01", "000001"])
        if r.random() < 0.3:
            figure = figure[:-1] + "49999" if figure.endswith("5") else figure
        return f"round(a0, {places})", [figure], set(), lambda: rounded(Fraction(figure), places)

    def product(self):
        """Products that come near to 38 digits and pass them."""
        r = self.random
        count = r.randint(2, 4)
        figures = [self.figure(digits=r.choice([4, 9, 13, 18])) for _ in range(count)]
        text = " * ".join(f"a{i}" for i in range(count))

        def value():
            product = Decimal(figures[0])
            for figure in figures[1:]:
                product = held(product * Decimal(figure))
            return product

        return text, figures, set(), value

    def long_sum(self):
        """Sums of a long whole number and a short fraction."""
        r = self.random
        figures = [str(r.randrange(10 ** r.choice([20, 30, 38]))), self.figure(r.choice([2, 8, 15, 30]), 3)]
        return "a0 + a1", figures, set(), lambda: held(Decimal(figures[0]) + Decimal(figures[1]))

    def mixed(self):
        """A tree of operations over small figures, rounded at the end; its quotients make denominators grow."""
        r = self.random
        figures = [self.figure(r.choice([0, 1, 2]), 3) for _ in range(6)]
        blanks = {i for i in range(6) if r.random() < 0.03}

        def grow(depth):
            if depth == 0 or r.random() < 0.2:
                i = r.randrange(6)
                return f"a{i}", lambda: self.read(figures, blanks, i)
            op = r.choice("+-*/")
            (left, a), (right, b) = grow(depth - 1), grow(depth - 1)
            return f"({left} {op} {right})", lambda: self.combine(op, a(), b())

        tree, value = grow(3)
        places = r.randint(0, 10)
        return f"round({tree}, {places})", figures, blanks, lambda: rounded(value(), places)

    @staticmethod
    def read(figures, blanks, i):
        if i in blanks:
            raise Missing
        return Fraction(figures[i])

    @staticmethod
    def combine(op, a, b):
        if op == "/":
            if b == 0:
                raise Zero
            return a / b
        return a + b if op == "+" else a - b if op == "-" else a * b


def shown(value):
    """As the program prints a number: no exponent, no trailing zeros, never -0."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("", "-0") else text


def number_case(maker, kind):
    text, figures, blanks, value = getattr(maker, kind)()
    named = [f"a{i}" + ("" if i in blanks else "=" + f) for i, f in enumerate(figures)]
    try:
        if blanks and kind not in ("mixed",):
            raise Missing
        expected = shown(value())
    except Missing:
        expected = "missing"
    except Zero:
        expected = "zero"
    except Long:
        expected = "long"
    return "\t".join(["maybe" if kind == "mixed" else "number", text, " ".join(named), expected])


# 统一社会信用代码: the check character by modular powers (GB 32100-2015, annex A), over published codes and slips of them.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
PUBLISHED = ["91330100799655058B", "9144030071526726XG", "914403001922038216", "91110000802100433B", "91110000100010433L",
             "9152000071430580XT", "91110108551385082Q", "91310000132260250X", "91440300708461136T", "9111000071093123XX"]


def check_character(body):
    total = sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return ALPHABET[-total % 31]


def code_cases(rng):
    for code in PUBLISHED:
        assert check_character(code[:17]) == code[17], code
        yield code, True
        for i in range(18):
            other = rng.choice([c for c in "0123456789" if c != code[i]])
            slip = code[:i] + other + code[i + 1 :]
            yield slip, check_character(slip[:17]) == slip[17]
        for i in range(17):
            swapped = code[:i] + code[i + 1] + code[i] + code[i + 2 :]
            good = all(c.isdigit() for c in swapped[2:8]) and check_character(swapped[:17]) == swapped[17]
            yield swapped, good
    for _ in range(300):
        body = rng.choice("159Y") + rng.choice("1239") + "".join(rng.choice("0123456789") for _ in range(6))
        body += "".join(rng.choice(ALPHABET) for _ in range(9))
        yield body + check_character(body), True
        yield body + rng.choice(ALPHABET.replace(check_character(body), "")), False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--seed", type=int, default=2024)
    options = parser.parse_args()
    maker = Maker(options.seed)
    kinds = ["chain", "listed", "quotient", "tie", "product", "long_sum", "mixed"]
    with open(options.out, "w", encoding="utf-8") as out:
        for i in range(options.count):
            out.write(number_case(maker, kinds[i % len(kinds)]) + "\n")
        for code, good in code_cases(random.Random(options.seed)):
            out.write(f"code\t{code}\t{'true' if good else 'false'}\n")


if __name__ == "__main__":
    main()
