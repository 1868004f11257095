"""Makes cases: a clean return, one to six disturbances that go together, a format."""

import random

from . import cards, rows, sources
from .disturbances import SELDOM, TABLE, fits
from .layout import draw

# LibreOffice costs seconds a start: a share of the files.
FORMATS = {"xlsx": 30, "xls": 18, "csv-utf8": 8, "csv-gb18030": 8, "html-utf8": 5, "html-gb18030": 5, "lo-xlsx": 6, "lo-xls": 9, "lo-ods": 5,
           "lo-csv": 3, "lo-html": 3}
HEAVY = {"base-situation": 3, "platform-operation": 3, "tenant-list": 2, "tenant-roster": 2, "base-summary": 2, "key-services": 2}


def make_cases(seed, count):
    """Cases in order; the n-th is the same whatever `count`."""
    return [make_case(seed * 1_000_003 + index) for index in range(count)]


def make_case(seed):
    rng = random.Random(seed)
    kinds = {**sources.samples(), **cards.drawn()}
    names = sorted(kinds)
    form = rng.choices(names, [HEAVY.get(name[1], 1) for name in names])[0]
    form_format = rng.choices(list(FORMATS), list(FORMATS.values()))[0]
    sample = kinds[form]
    make = cards.make_card if form in cards.drawn() else sources.make_list
    case = make(sample, rng, seed, form_format)
    chosen = _choose(case, rng, rng.choices(range(1, 7), [5, 6, 6, 4, 3, 2])[0])
    _apply(case, chosen, "list", rng)
    if case.layout == "list":
        _apply(case, chosen, "cell", rng)
        draw(case)
    else:
        _apply(case, chosen, "cell", rng)
    rows.spoil_totals(case, rng)
    _apply(case, chosen, "sheet", rng)
    _apply(case, chosen, "file", rng)
    return case


def _choose(case, rng, count):
    """A choice that goes together; what turns out to find nothing to disturb is left out later."""
    chosen = []
    order = rng.sample(TABLE, len(TABLE))
    for one in order:
        if len(chosen) == count:
            break
        if rng.random() < SELDOM.get(one.name, 1) and fits(one, case, chosen):
            chosen.append(one)
    return [one for one in TABLE if one in chosen]


def _apply(case, chosen, stage, rng):
    for one in chosen:
        if one.stage == stage and one.apply(case, rng):
            case.applied.append(one.name)
