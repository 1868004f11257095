"""What a schema declares of a printed form: its title, unit line, and header tree in the order of print."""

from pathlib import Path

import yaml


def load_forms(schemas):
    """By pack/id: the form's map, columns brought by `fieldsOf`."""
    forms = {}
    for path in sorted(Path(schemas).glob("*/*.yaml")):
        if path.name != "pack.yaml":
            form = yaml.safe_load(path.read_text(encoding="utf-8"))
            forms[f"{path.parent.name}/{form['id']}"] = form
    for name, form in forms.items():
        if "fieldsOf" in form:
            other = forms[f"{name.split('/')[0]}/{form['fieldsOf']}"]
            for word in ("layout", "fields", "bands", "blocks", "unitLine"):
                if word in other:
                    form.setdefault(word, other[word])
    return forms


def with_years(text, year):
    return text.replace("{year-1}", str(int(year) - 1)).replace("{year}", str(year)) if year else text


def texts(value):
    return [] if value is None else [value] if isinstance(value, str) else list(value)


def path_of(field):
    return texts(field.get("path", field.get("title")))


def is_printed(field):
    return field.get("column") != "computed"


def level_order(paths):
    """Row by row, as a header is printed: a label over several neighbours stands once."""
    out = []
    for level in range(max(map(len, paths))):
        last = None
        for path in paths:
            if len(path) > level and path[: level + 1] != last:
                out.append(path[level])
            last = path[: level + 1]
    return out


def band_order(bands):
    """Band by band; the task stands before its first one."""
    out, task = [], None
    for band in bands:
        if band["task"] != task:
            out.append(band["task"])
            task = band["task"]
        out.append(band["name"])
        out += [label for field in band["fields"] for label in path_of(field)]
    return out


def card_order(form):
    """Label by label in the order of the schema, a label over several once. Boxes follow their label."""
    out, last = [], []
    for field in form.get("fields", []):
        path = path_of(field)
        shared = 0
        while shared < min(len(path), len(last)) and path[shared] == last[shared]:
            shared += 1
        out += path[shared:] + texts(field.get("ticks")) + texts(field.get("ticksMany"))
        last = path
    return out


def blocks_of(form):
    """The headers of a card's small tables."""
    return [level_order([path_of(field) for field in block["fields"]]) for block in form.get("blocks", [])]


def header_of(form, year):
    """Every label of the header, and of the totals below it that the schema names."""
    if form["layout"] == "codes":
        labels = [field["title"] for field in form["fields"]]
    elif form["layout"] == "bands":
        labels = band_order(form["bands"])
    elif form["layout"] == "card":
        labels = card_order(form)
    elif form["layout"] == "document":
        labels = card_order(form) + [section["title"] for section in form["sections"]]
    else:
        labels = level_order([path_of(field) for field in form["fields"] if is_printed(field)])
        labels += [label for field in form["fields"] for label in texts(field.get("total", {}).get("labels"))]
    return [with_years(label, year) for label in labels]
