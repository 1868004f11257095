"""The physical limit: what reading, hashing and inflating the same bytes costs with nothing else done, on one thread."""

import hashlib
import os
import struct
import time
import zipfile
import zlib
from dataclasses import dataclass


@dataclass
class Limit:
    """*Units*: seconds of wall clock, bytes on disk, bytes of sheet XML."""
    read_seconds: float
    inflate_seconds: float
    file_bytes: int
    sheet_bytes: int


def sheet_parts(data, path):
    """Compressed bytes of the sheets and shared strings. Finding them is not timed, so zipfile may look up where they lie."""
    parts = []
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.filename.startswith("xl/worksheets/sheet") and info.filename != "xl/sharedStrings.xml":
                continue
            name_length, extra_length = struct.unpack_from("<HH", data, info.header_offset + 26)
            start = info.header_offset + 30 + name_length + extra_length
            parts.append((info.compress_type, data[start:start + info.compress_size]))
    return parts


def measure_limit(paths):
    """Reads and hashes all `paths`, then inflates their sheets. *Errors*: zlib.error on a damaged part."""
    os.sync()
    start = time.monotonic()
    contents = []
    for path in paths:
        with open(path, "rb") as file:
            contents.append(file.read())
        hashlib.sha256(contents[-1]).digest()
    read_seconds = time.monotonic() - start
    parts = [part for data, path in zip(contents, paths) for part in sheet_parts(data, path)]
    start = time.monotonic()
    inflated = 0
    for method, data in parts:
        inflated += len(zlib.decompress(data, -15)) if method == zipfile.ZIP_DEFLATED else len(data)
    return Limit(read_seconds, time.monotonic() - start, sum(map(len, contents)), inflated)
