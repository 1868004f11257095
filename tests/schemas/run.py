#!/usr/bin/python3
"""Holds the JSON Schemas of the schema files against three others: the files, the C++ parser, and schemas/README.md.

  run.py --source DIR    DIR: the source tree
"""

import argparse
import copy
import json
import re
import sys
from pathlib import Path

import jsonschema
import yaml

from parser_words import parser_words


class Fault(Exception):
    pass


class Words(yaml.SafeLoader):
    """A day stays the text that it is written as."""


Words.yaml_implicit_resolvers = {first: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
                                 for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def load(text):
    return yaml.load(text, Loader=Words)


def load_schema(source, kind):
    schema = json.loads((source / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return schema


def schema_files(source):
    """(path, kind) of every schema file of the packs and of the examples."""
    for folder in (source / "schemas", source / "docs"):
        for path in sorted(folder.rglob("*.yaml")):
            if path.name == "huizong.yaml":
                continue
            yield path, "pack" if path.name == "pack.yaml" else "form"


def where(error):
    return "/".join(str(part) for part in error.absolute_path) or "(the whole file)"


def deepest(error):
    """The innermost cause: of "fits none of these" the branch that went furthest."""
    while error.context:
        error = max(error.context, key=lambda e: (len(e.absolute_path), e.validator == "additionalProperties"))
    return error


def check_files(source, schemas, faults):
    count = 0
    for path, kind in schema_files(source):
        count += 1
        text = path.read_text(encoding="utf-8")
        first = text.split("\n", 1)[0]
        target = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        wanted = (source / "schemas" / f"{kind}.schema.json").resolve()
        if not target or (path.parent / target[1]).resolve() != wanted:
            faults.append(f"{path}: the first line should name schemas/{kind}.schema.json for the editor")
        for error in jsonschema.Draft7Validator(schemas[kind]).iter_errors(load(text)):
            inner = deepest(error)
            faults.append(f"{path}: {where(inner)}: {inner.message[:300]}")
    if count < 10:
        faults.append(f"only {count} schema files found")


def declarations(node):
    """Every part of a JSON Schema that says which C++ it mirrors: (places, words)."""
    if isinstance(node, dict):
        comment = node.get("$comment")
        if isinstance(comment, str):
            words = node.get("properties", node.get("enum"))
            names = []
            for part in comment.split(";"):
                file, _, functions = part.strip().partition(" ")
                names += [f"{file} {name.strip()}" for name in functions.split(",")]
            yield names, frozenset(words)
        elif "properties" in node and node.get("additionalProperties") is False:
            raise Fault(f"a map of the JSON Schema names no C++: {sorted(node['properties'])}")
        for value in node.values():
            yield from declarations(value)
    elif isinstance(node, list):
        for value in node:
            yield from declarations(value)


def tell(words):
    return ", ".join(sorted(words))


def check_parser(source, schemas, faults):
    """Both ways: every set of words of the parser has its counterpart, and nothing else does."""
    parser = parser_words(source / "src" / "schema")
    if len(parser) < 20:
        faults.append(f"only {len(parser)} sets of words found in src/schema: is its source written differently now?")
    declared = [pair for schema in schemas.values() for pair in declarations(schema)]
    used = set()
    for known in parser:
        candidates = [words for places, words in declared if known.place in places]
        if not candidates:
            faults.append(f"src/schema/{known.file}:{known.line}: {known.name} reads {tell(known.words)}: no part of the JSON Schemas has the $comment “{known.place}”")
            continue
        best = min(candidates, key=lambda words: len(words ^ known.words))
        used.add((known.place, best))
        for word in sorted(known.words - best):
            faults.append(f"src/schema/{known.file}:{known.line}: {known.name} knows “{word}”, and the JSON Schema does not: describe it in schemas/*.schema.json")
        for word in sorted(best - known.words):
            faults.append(f"src/schema/{known.file}:{known.line}: {known.name} does not know “{word}”, and the JSON Schema does")
    for places, words in declared:
        for place in places:
            if (place, words) not in used:
                faults.append(f"JSON Schema: no set of words in src/schema is at “{place}” ({tell(words)})")


def resolve(root, node):
    while isinstance(node, dict) and "$ref" in node:
        node = root["definitions"][node["$ref"].rsplit("/", 1)[1]]
    return node


def words_with_descriptions(root, node):
    """(word, description or None) of every key that a map may hold."""
    if isinstance(node, dict):
        if "$comment" in node:
            for word, value in node.get("properties", {}).items():
                value = resolve(root, value)
                yield word, value.get("description")
        for value in node.values():
            yield from words_with_descriptions(root, value)
    elif isinstance(node, list):
        for value in node:
            yield from words_with_descriptions(root, value)


def is_two_languages(text):
    """Chinese up to its full stop, then English."""
    chinese, stop, english = (text or "").partition("。 ")
    return bool(stop) and bool(re.search(r"[\u4e00-\u9fff]", chinese)) and bool(re.search(r"[A-Za-z]", english))


def check_descriptions(source, schemas, faults):
    readme = (source / "schemas" / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"[A-Za-z]\w*", " ".join(re.findall(r"`([^`]*)`", readme))))
    for schema in schemas.values():
        for word, description in words_with_descriptions(schema, schema):
            if not is_two_languages(description):
                faults.append(f"JSON Schema: “{word}” wants a description, Chinese and then English: {description}")
            if word not in told:
                faults.append(f"schemas/README.md does not tell of `{word}`")


def check_refusals(source, schemas, faults):
    """The schema refuses what the parser refuses, or it would check nothing."""
    good = load((source / "schemas" / "shanxi" / "base-situation.yaml").read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(schemas["form"])
    spoils = {
        "an unknown word": lambda form: form.update(titel="x"),
        "an unknown word of a column": lambda form: form["fields"][0].update(unti="人"),
        "an unknown rolling up": lambda form: form["fields"][5].update(rollup="sum"),
        "a count that does not say how it rolls up": lambda form: form["fields"][5].pop("rollup"),
        "text that rolls up": lambda form: form["fields"][2].update(rollup="flow"),
        "a label and a path": lambda form: form["fields"][1].update(title="基地名称"),
        "a day that is none": lambda form: form["deadlines"][0].update(date="13-40"),
        "an alias without a label": lambda form: form["fields"][5].update(aliases=[{"since": "2026-11-26"}]),
        "an alias accepted on no day": lambda form: form["fields"][5].update(aliases=[{"label": "人数", "since": "26.11"}]),
        "no reporter": lambda form: form.pop("reporter"),
        "a rule without a condition": lambda form: form["rules"][0].pop("check"),
        "columns twice": lambda form: form.update(fieldsOf="base-summary"),
        "yes for true": lambda form: form["summary"].update(growthColumns="yes"),
    }
    if list(validator.iter_errors(good)):
        faults.append("base-situation is not good by itself")
    for name, spoil in spoils.items():
        form = copy.deepcopy(good)
        spoil(form)
        if not list(validator.iter_errors(form)):
            faults.append(f"JSON Schema: {name} is not refused")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--source", type=Path, default=Path(__file__).resolve().parents[2])
    source = options.parse_args().source
    schemas = {kind: load_schema(source, kind) for kind in ("form", "pack")}
    faults = []
    for check in (check_files, check_parser, check_descriptions, check_refusals):
        try:
            check(source, schemas, faults)
        except Fault as fault:
            faults.append(str(fault))
    for fault in dict.fromkeys(faults):
        print(fault)
    print(f"{len(dict.fromkeys(faults))} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
