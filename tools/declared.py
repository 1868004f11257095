"""What the schemas declare of forms and columns: kind, unit, way of rolling up. Only declarations, nothing that was bound."""

import re
from functools import cache
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent


@cache
def load_pack(pack):
    """The files of a pack, by name, as they stand."""
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "schemas" / pack).glob("*.yaml"))}


@cache
def load(pack, form):
    """A form; one that has another's columns (`fieldsOf`) with these."""
    spec = load_pack(pack)[form]
    if "fieldsOf" in spec:
        other = load(pack, spec["fieldsOf"])
        spec = {**other, **spec, "fields": other["fields"], "primaryKey": other.get("primaryKey")}
    return spec


def fold(text):
    """A label without what printing adds: spaces, line breaks, the width of brackets, the kind of quotes."""
    text = re.sub(r"\s", "", text)
    return text.translate(str.maketrans("（）：，“”‘’％", "():,\"\"''%")).lower()


def path_of(field, year=None):
    """The header path; {year} and {year-1} made concrete where a year is given."""
    path = "/".join(field.get("path") or [field["title"]])
    return path if year is None else path.replace("{year-1}", str(year - 1)).replace("{year}", str(year))


def fields_by_path(pack, form, year):
    """Fields of the form and of its blocks, by folded path."""
    spec = load(pack, form)
    fields = list(spec.get("fields", []))
    for block in spec.get("blocks", []):
        fields += block["fields"]
    return {fold(path_of(field, year)): (path_of(field, year), field) for field in fields}


def names(spec):
    """Names of the columns that name a record, in order."""
    given = spec.get("primaryKey") or spec.get("nameBy") or []
    return [given] if isinstance(given, str) else list(given)


def _fields_in(node):
    if isinstance(node, dict):
        if "name" in node and ("title" in node or "path" in node):
            yield node
        for value in node.values():
            yield from _fields_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from _fields_in(value)


@cache
def money_columns(pack):
    """Those whose unit a unit line may name, but not their own label."""
    return {path_of(f) for form in load_pack(pack).values() for f in _fields_in(form) if f.get("unit") == "万元" and "元" not in path_of(f)}


@cache
def sum_columns(pack, form):
    return {path_of(f) for f in _fields_in(load_pack(pack).get(form, {}))
            if f.get("rollup") in ("flow", "stock") and "total" not in f and f.get("column") != "computed"}


@cache
def serial_columns(pack):
    """序号: nobody's figure, whatever stands there."""
    return {path_of(f) for form in load_pack(pack).values() for f in _fields_in(form) if f.get("type") == "ordinal"}


@cache
def kinds(pack):
    """Column path to number, date, boolean or text."""
    out = {}
    for form in load_pack(pack).values():
        for field in _fields_in(form):
            kind = field.get("type") or ("number" if "rollup" in field or "unit" in field else "string")
            kind = {"integer": "number", "string": "text", "tick": "boolean"}.get(kind, kind)
            out.setdefault(path_of(field), set()).add(kind)
    return out
