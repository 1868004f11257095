"""Makes cases: a clean return, one to six disturbances that go together, a format."""

import random

from . import cards, rows, sources
from .disturbances import TABLE, WEIGHTS, fits
from .layout import draw

# LibreOffice costs seconds a start: a share of the files.
FORMATS = {"xlsx": 30, "xls": 18, "csv-utf8": 8, "csv-gb18030": 8, "html-utf8": 5, "html-gb18030": 5, "lo-xlsx": 6, "lo-xls": 9, "lo-ods": 5,
           "lo-csv": 3, "lo-html": 3}
OFTEN = {"base-situation": 3, "platform-operation": 3, "tenant-list": 2, "tenant-roster": 2, "base-summary": 2, "key-services": 2}
STAGES = ("list", "cell", "sheet", "file")


def make_cases(seed, count):
    """Cases in order; the n-th is the same whatever `count`."""
    return [make_case(seed * 1_000_003 + index) for index in range(count)]


def make_case(seed):
    """One to six disturbances: drawn by lot, and kept where they go with the others and find something to disturb."""
    rng = random.Random(seed)
    count = rng.choices(range(1, 7), [5, 6, 6, 4, 3, 2])[0]
    chosen = []
    for one in sorted(TABLE, key=lambda one: -rng.random() ** (1 / WEIGHTS.get(one.name, 1))):
        if len(chosen) == count:
            break
        if not fits(one, _start(seed), chosen):
            continue
        trial = sorted([*chosen, one], key=TABLE.index)
        if _make(seed, trial).applied == [other.name for other in trial]:
            chosen = trial
    return _make(seed, chosen)


def _start(seed):
    """The clean case of a seed: form and format by lot."""
    rng = random.Random(seed + 0.5)
    kinds = {**sources.samples(), **cards.drawn()}
    names = sorted(kinds)
    form = rng.choices(names, [OFTEN.get(name[1], 1) for name in names])[0]
    form_format = rng.choices(list(FORMATS), list(FORMATS.values()))[0]
    make = cards.make_card if form in cards.drawn() else sources.make_list
    return make(kinds[form], rng, seed, form_format)


def _make(seed, chosen):
    case = _start(seed)
    for stage in STAGES:
        if stage == "sheet":
            if case.layout == "list":
                draw(case)
            rows.spoil_totals(case, random.Random(seed))
        for one in chosen:
            # Each has a lot of its own: what it does hangs on no other.
            if one.stage == stage and one.apply(case, random.Random(f"{seed} {one.name}")):
                case.applied.append(one.name)
    return case
