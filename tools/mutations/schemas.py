"""What the schemas say of columns: which are of money, which add up."""

from functools import cache
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent


def _fields(node):
    if isinstance(node, dict):
        if "name" in node and ("title" in node or "path" in node):
            yield node
        for value in node.values():
            yield from _fields(value)
    elif isinstance(node, list):
        for value in node:
            yield from _fields(value)


def _path(field):
    return "/".join(field["path"]) if "path" in field else field["title"]


@cache
def _load(pack):
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "schemas" / pack).glob("*.yaml"))}


@cache
def money_columns(pack):
    """Those whose unit a unit line may name, but not their own label."""
    return {_path(f) for form in _load(pack).values() for f in _fields(form) if f.get("unit") == "万元" and "元" not in _path(f)}


@cache
def sum_columns(pack, form):
    return {_path(f) for f in _fields(_load(pack).get(form, {})) if f.get("rollup") in ("flow", "stock") and "total" not in f and f.get("column") != "computed"}


@cache
def serial_columns(pack):
    """序号: nobody's figure, whatever stands there."""
    return {_path(f) for form in _load(pack).values() for f in _fields(form) if f.get("type") == "ordinal"}


@cache
def kinds(pack):
    """Column path to number, date, boolean or text."""
    out = {}
    for form in _load(pack).values():
        for field in _fields(form):
            kind = field.get("type") or ("number" if "rollup" in field or "unit" in field else "string")
            kind = {"integer": "number", "string": "text", "tick": "boolean"}.get(kind, kind)
            out.setdefault(_path(field), set()).add(kind)
    return out
