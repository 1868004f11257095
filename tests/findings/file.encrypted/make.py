"""What Excel writes for a workbook with a password: a compound file whose directory names EncryptedPackage."""

import struct
from pathlib import Path

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def entry(name, kind, child):
    text = name.encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind, 1, FREE, FREE, child)
    return head.ljust(116, b"\0") + struct.pack("<IQ", END, 0)


header = bytes.fromhex("D0CF11E0A1B11AE1").ljust(24, b"\0") + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
header = header.ljust(44, b"\0") + struct.pack("<8I", 1, 1, 0, 4096, END, 0, END, 0)
header += struct.pack("<109I", 0, *[FREE] * 108)
fat = struct.pack("<128I", FAT, END, *[FREE] * 126)
directory = entry("Root Entry", 5, 1) + entry("EncryptedPackage", 2, FREE)
Path("广灵县.xlsx").write_bytes(header + fat + directory.ljust(512, b"\0"))
