"""What Excel writes for a workbook with a password: a compound file whose directory names EncryptedPackage."""

from pathlib import Path

header = bytes.fromhex("D0CF11E0A1B11AE1").ljust(512, b"\0")
directory = "EncryptedPackage".encode("utf-16-le").ljust(128, b"\0")
Path("广灵县.xlsx").write_bytes(header + b"\0" * 512 + directory.ljust(512, b"\0"))
