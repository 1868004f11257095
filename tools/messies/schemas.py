"""What the schemas say about the columns of a form: kind, unit, way of rolling up. Only declarations, nothing that was bound."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent


@lru_cache(maxsize=None)
def load(pack, form):
    with open(ROOT / "schemas" / pack / f"{form}.yaml", encoding="utf-8") as file:
        spec = yaml.safe_load(file)
    if "fieldsOf" in spec:
        other = load(pack, spec["fieldsOf"])
        spec = {**other, **spec, "fields": other["fields"], "primaryKey": other.get("primaryKey")}
    return spec


def fold(text):
    """A label without what printing adds: spaces, line breaks, the width of brackets, the kind of quotes."""
    text = re.sub(r"\s", "", text)
    return text.translate(str.maketrans("（）：，“”‘’％", "():,\"\"''%")).lower()


def path_of(field, year):
    parts = field.get("path") or [field["title"]]
    return "/".join(part.replace("{year-1}", str(year - 1)).replace("{year}", str(year)) for part in parts)


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
