"""The words that the C++ parser of the schemas knows, taken from its own source.

Two shapes in it declare words, and nothing else does:
  const MapReader map(source, node, {"name", "title"});          the keys of a map
  constexpr std::pair<std::string_view, T> layouts[] = {{"list", …}};   the values of a key
"""

import re
from dataclasses import dataclass
from pathlib import Path

# config.cpp reads huizong.yaml of a workspace, which is no schema.
NOT_SCHEMAS = {"config.cpp"}

MAP = re.compile(r"\bMapReader\s+\w+\s*\(\s*\w+\s*,\s*[\w*.]+\s*,\s*\{([^}]*)\}\s*\)")
TABLE = re.compile(r"constexpr\s+std::pair<std::string_view,[^;=]*?>\s+(\w+)\[\]\s*=\s*\{(.*?)\};", re.S)
FUNCTION = re.compile(r"^[A-Za-z_][\w:<>,&* ]*?[ &*](\w+)\([^;{}]*\)(?: const)? \{", re.M)
WORD = re.compile(r'"([^"\\]*)"')


@dataclass(frozen=True)
class Words:
    """One map's keys, or one key's values."""

    file: str
    name: str  # the function that reads the map, or the table
    line: int
    words: frozenset

    @property
    def place(self):
        return f"{self.file} {self.name}"


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def function_at(text, offset):
    names = [match[1] for match in FUNCTION.finditer(text) if match.start() < offset]
    return names[-1] if names else "?"


def words_of_file(path):
    """Every declaration of one source file. *Errors*: ValueError where a MapReader is built in a way not known here."""
    text = re.sub(r"//[^\n]*", lambda m: " " * len(m[0]), path.read_text(encoding="utf-8"))
    found, starts = [], set()
    for match in MAP.finditer(text):
        starts.add(match.start())
        found.append(Words(path.name, function_at(text, match.start()), line_of(text, match.start()), frozenset(WORD.findall(match[1]))))
    for match in re.finditer(r"\bMapReader\s+\w+\s*\(", text):
        if match.start() not in starts:
            raise ValueError(f"{path.name}:{line_of(text, match.start())}: a MapReader whose words are not listed in place")
    for match in TABLE.finditer(text):
        keys = re.findall(r'\{\s*"([^"\\]*)"\s*,', match[2])
        found.append(Words(path.name, match[1], line_of(text, match.start()), frozenset(keys)))
    return found


def parser_words(source):
    """Of every file of src/schema that reads schemas, in the order of the files."""
    files = [path for path in sorted(Path(source).glob("*_*.cpp")) if path.name not in NOT_SCHEMAS and "MapReader " in path.read_text(encoding="utf-8")]
    return [words for path in files if not path.name.startswith(("yaml_", "rule_")) for words in words_of_file(path)]
