"""Writing cases as files, and judging them, many a call."""

from .judge import Judge
from .soffice import FILTERS, convert
from .told import ask
from .writers import kind_of, write


def write_all(cases, folder):
    """Writes each case below a folder of its own; gives the paths relative to `folder`, by case."""
    data = {case: write(case) for case in cases}
    for form_format in FILTERS:
        mine = [case for case in cases if case.format == form_format]
        if mine:
            data.update(zip(mine, convert([data[case] for case in mine], form_format, folder)))
    names = {}
    for index, case in enumerate(cases):
        extension = case.extension or kind_of(case.format)
        names[case] = f"{index:04d}/{case.path}.{extension}"
        path = folder / names[case]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data[case][: len(data[case]) // 2] if case.damage == "truncated" else data[case])
    return names


def judge_all(cases, names, program, folder):
    verdicts = []
    for pack in sorted({case.pack for case in cases}):
        mine = [case for case in cases if case.pack == pack]
        told = ask(program, pack, [names[case] for case in mine], folder)
        for case in mine:
            verdicts += Judge(case, told[names[case]]).verdicts()
    return verdicts
