"""What a file is, by its content: told here anew, so that a file which the program takes for something else is seen."""

import re
import struct
import zipfile
from pathlib import Path

COMPOUND = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
NULL_DATE = re.compile(rb'<table:null-date[^>]*"1904-01-01')
PAGE = re.compile(r"<(html|table|body|!doctype html)[\s>]")
EXCEL_NAMES = (".xlsx", ".xlsm", ".xltx", ".xltm")
TEXT_NAMES = (".csv", ".tsv")


def zip_kind(path):
    """By the list of content types: the parts themselves may stand under any name."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.replace("\\", "/").lstrip("/").lower(): name for name in archive.namelist()}
            if archive.read(names.get("mimetype", "mimetype")).startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
                return "ods"
    except KeyError:
        pass
    except Exception:  # a broken archive may break zipfile in many ways
        return "xlsx" if Path(path).suffix.lower() in EXCEL_NAMES else "other"
    return package_kind(path, names)


def package_kind(path, names):
    try:
        with zipfile.ZipFile(path) as archive:
            types = archive.read(names["[content_types].xml"])
    except Exception:
        types = b"spreadsheetml.sheet.main" if any(name.startswith("xl/work") for name in names) else b""
    if b"sheet.binary.macroEnabled.main" in types or any(name.endswith("workbook.bin") for name in names):
        return "xlsb"
    return "xlsx" if re.search(rb"spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.macroEnabled\.main", types) else "other"


def directory_names(data):
    """Names in the directory of a compound file: entries of 128 bytes that begin with the name. *Source*: MS-CFB 2.6.1."""
    sector = 1 << struct.unpack_from("<H", data, 30)[0] if len(data) >= 512 else 512
    names = set()
    for at in range(sector, len(data) - 127, 128):
        length = struct.unpack_from("<H", data, at + 64)[0]
        if 2 < length <= 64 and length % 2 == 0 and data[at + 66] in (1, 2, 5):
            names.add(data[at:at + length - 2].decode("utf-16-le", "replace").lower())
    return names


def compound_kind(data):
    names = directory_names(data)
    if "encryptedpackage" in names:
        return "encrypted"
    return "xls" if names & {"workbook", "book"} else "other"


def markup_kind(text):
    head = text[:8192].lstrip("\ufeff \t\r\n").lower()
    if "urn:schemas-microsoft-com:office:spreadsheet" in head and "<html" not in head:
        return "xml"
    if "urn:oasis:names:tc:opendocument:xmlns:office" in head and "opendocument.spreadsheet" in head:
        return "fods"
    if head.startswith("mime-version:"):
        return "mht"
    if head.startswith("<") and PAGE.search(head):
        return "html"
    return None


def text_kind(data, name):
    wide = data[:2] in (b"\xFF\xFE", b"\xFE\xFF")
    head = data[:65536].decode("utf-16", "replace") if wide else data[:65536].decode("utf-8", "replace")
    if "\0" in head:
        return "other"
    return markup_kind(head) or ("csv" if name.suffix.lower() in TEXT_NAMES else "other")


def kind_of(path, data):
    """xlsx, xls, ods, fods (flat), xml (SpreadsheetML 2003), html, csv; xlsb, encrypted, mht, empty and other have no two readers."""
    if not data:
        return "empty"
    if data.startswith(COMPOUND):
        return compound_kind(data)
    if data[:4] in (b"PK\3\4", b"PK\5\6"):
        return zip_kind(path)
    # BIFF without a compound file around it begins with its BOF record: number, length, version.
    if len(data) > 8 and data[0] == 9 and data[1] in (0, 2, 4, 8) and data[2] in (4, 6, 8, 16) and data[3] == 0:
        return "xls"
    return text_kind(data, Path(path))


def counts_from_1904(path, kind):
    """True where an ods or a SpreadsheetML file says that its serials count from 1904."""
    try:
        if kind == "ods":
            with zipfile.ZipFile(path) as archive:
                return NULL_DATE.search(archive.read("content.xml")) is not None
        marks = {"fods": NULL_DATE, "xml": re.compile(rb"<(\w+:)?Date1904\s*/?>")}
        return kind in marks and marks[kind].search(Path(path).read_bytes()) is not None
    except Exception:  # what zipfile cannot read has no truth either
        return False
