"""The files below the given folders."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from .kinds import kind_of


@dataclass(frozen=True)
class File:
    """*Shape*: `name` is the path below `collection`, the folder that was given (or the one just below it)."""
    path: Path
    collection: str
    name: str
    kind: str
    sha256: str
    size_bytes: int


def to_file(path, collection, name):
    data = path.read_bytes()
    return File(path, collection, name, kind_of(path, data), hashlib.sha256(data).hexdigest(), len(data))


def list_files(folders):
    """Every regular file, sorted; hidden ones and links are passed over. A folder is one collection; a file is a collection `.`."""
    files = []
    for folder in map(Path, folders):
        if folder.is_file():
            files.append(to_file(folder, ".", folder.name))
            continue
        for root, below, names in os.walk(folder):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                path = Path(root, name)
                if not name.startswith(".") and path.is_file() and not path.is_symlink():
                    files.append(to_file(path, folder.resolve().name, str(path.relative_to(folder))))
    return files
