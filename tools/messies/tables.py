"""The judge's tables: by disturbance, by format, and each figure that is bad."""

from collections import Counter

from .judge import NEEDLESS, REPORTED, RIGHT, WRONG

KINDS = (RIGHT, REPORTED, WRONG, NEEDLESS)


def to_text(cases, verdicts, names):
    """`names`: path of each case's file."""
    lines = [_table("disturbance", [(name, v) for v in verdicts for name in v.case.applied or ["none"]], Counter(n for c in cases for n in c.applied or ["none"])),
             _table("format", [(v.case.format, v) for v in verdicts], Counter(c.format for c in cases)),
             _table("form", [(f"{v.case.pack}/{v.case.form}", v) for v in verdicts], Counter(f"{c.pack}/{c.form}" for c in cases))]
    for verdict in verdicts:
        if verdict.kind in (WRONG, NEEDLESS):
            lines.append(to_line(verdict, names[verdict.case]))
    lines.append(summary(cases, verdicts))
    return "\n".join(lines)


def to_line(verdict, name):
    case = verdict.case
    return (f"{verdict.kind}: {name} (seed {case.seed}; {' '.join(case.applied)}) {verdict.cell} {verdict.column}: "
            f"expected {verdict.expected}, got {verdict.got}{'; ' + verdict.why if verdict.why else ''}")


def summary(cases, verdicts):
    count = Counter(v.kind for v in verdicts)
    total = max(len(verdicts), 1)
    share = ", ".join(f"{count[kind]} {kind} ({100 * count[kind] / total:.2f}%)" for kind in KINDS)
    filed = sum(1 for case in cases if any(cost.file and cost.when == "must" for cost in case.costs))
    forms = len({(c.pack, c.form) for c in cases})
    return (f"{len(cases)} files of {forms} forms of {len({c.pack for c in cases})} packs, {total} figures: {share}; "
            f"{filed} files that cannot be read ({100 * filed / max(len(cases), 1):.1f}%)")


def _table(title, pairs, files):
    count = Counter((name, verdict.kind) for name, verdict in pairs)
    head = f"{title:<30}{'files':>7}" + "".join(f"{kind:>16}" for kind in KINDS)
    rows = [f"{name:<30}{files[name]:>7}" + "".join(f"{count[name, kind]:>16}" for kind in KINDS) for name in sorted(files)]
    return "\n".join([head, *rows, ""])


def passed(cases, verdicts):
    """No figure silently wrong, at most 1 % reported without need, at most 5 % of the files unreadable."""
    count = Counter(v.kind for v in verdicts)
    filed = sum(1 for case in cases if any(cost.file and cost.when == "must" for cost in case.costs))
    return count[WRONG] == 0 and count[NEEDLESS] * 100 <= len(verdicts) and filed * 100 <= 5 * len(cases) + 99
