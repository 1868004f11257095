#!/usr/bin/python3
"""Holds the arrows between the rooms of src/ against the includes.

Usage: check_layers.py SRC. Prints every include that runs against an arrow, every third-party header
outside its room, and every name that two headers give to a type; exits 1 where there is one."""

import re
import sys
from pathlib import Path

# What a room may include, beside itself. Keep in step with the table in src/README.md.
MAY = {
    "base": set(),
    "model": {"base"},
    "package": {"base"},
    "schema": {"base", "model"},
    "read": {"base", "model", "package"},
    "bind": {"base", "model", "schema"},
    "check": {"base", "model", "schema"},
    "archive": {"base", "model", "schema"},
    "rollup": {"base", "model", "schema"},
    "report": {"base", "model", "schema"},
    "write": {"base", "model", "package"},
    "app": {"base", "model", "package", "schema", "read", "bind", "check", "archive", "rollup", "report", "write"},
    "cli": {"base", "model", "report", "schema", "app"},
    ".": {"base", "cli"},
}

# Third-party headers and the rooms that may know them.
THIRD = {
    r"boost/program_options": {"cli"},
    r"yaml-cpp/": {"schema"},
    r"SQLiteCpp/|sqlite3\.h": {"archive"},
    r"xlsxwriter": {"write"},
    r"pugixml": {"package", "read", "write"},
    r"libdeflate|isa-l|igzip": {"package", "read", "write"},
    r"utf8proc|iconv|openssl/": {"base"},
}

TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)(?!\w|::)[^;(]*\{", re.M)  # not forward declarations, nor what is nested
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')


def faults_of(src: Path):
    for file in sorted(src.rglob("*.[ch]pp")):
        parts = file.relative_to(src).parts
        room = parts[0] if len(parts) > 1 else "."
        if room not in MAY:
            yield f"{file}: room {room} is not in the table of arrows"
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            quote, header = found.groups()
            to = header.split("/")[0]
            if quote == '"' and "/" not in header and room != ".":
                yield f"{file}:{number}: {header} is included without its room"
            elif quote == '"' and to != room and to not in MAY[room]:
                yield f"{file}:{number}: {room} must not include {header}"
            for pattern, rooms in THIRD.items():
                if quote == "<" and re.search(pattern, header) and room not in rooms:
                    yield f"{file}:{number}: {header} belongs to {', '.join(sorted(rooms))}"


def shared_names(src: Path):
    """All rooms live in one namespace: of two types of one name the linker takes the functions of either for both."""
    known = {}
    for file in sorted(src.rglob("*.hpp")):
        for name in TYPE.findall(file.read_text(encoding="utf-8")):
            if name in known:
                yield f"{file}: {name} is a type of {known[name]}, too"
            known[name] = file


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    src = Path(sys.argv[1])
    faults = [*faults_of(src), *shared_names(src)]
    print("\n".join(faults) if faults else "every include follows the arrows, and every type has its own name")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
