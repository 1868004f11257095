"""The same long list as an ods in the shape that LibreOffice writes, straight to XML."""

import zipfile
from datetime import date, timedelta
from xml.sax.saxutils import escape

from .list_rows import BLANK, COLUMNS, Counts, KINDS, ListRows, WIDTH
from .list_xlsx import open_part, write_part

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join([*(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "style", "text", "table", "number", "manifest")),
                  f'xmlns:fo="{OASIS}:xsl-fo-compatible:1.0"',
                  'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'])
TYPE = "application/vnd.oasis.opendocument.spreadsheet"
LOOKS = {"n": "ce2", "t": "ce1", "d": "ce3", "p": "ce4"}
EPOCH = date(1899, 12, 30)

STYLES = (
    '<office:automatic-styles><style:style style:name="co1" style:family="table-column"><style:table-column-properties '
    'fo:break-before="auto" style:column-width="2.258cm"/></style:style><style:style style:name="ro1" style:family="table-row">'
    '<style:table-row-properties style:row-height="0.452cm" fo:break-before="auto" style:use-optimal-row-height="true"/>'
    '</style:style><number:date-style style:name="N84"><number:year number:style="long"/><number:text>-</number:text>'
    '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>'
    '<number:percentage-style style:name="N11"><number:number number:decimal-places="2" number:min-integer-digits="1"/>'
    '<number:text>%</number:text></number:percentage-style><number:text-style style:name="N100"><number:text-content/>'
    "</number:text-style>"
    + "".join(f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="Default"'
              f'{data}/>' for name, data in (("ce1", ' style:data-style-name="N100"'), ("ce2", ""),
                                             ("ce3", ' style:data-style-name="N84"'), ("ce4", ' style:data-style-name="N11"')))
    + "</office:automatic-styles>")
START = (f'{HEAD}<office:document-content {NAMES} office:version="1.3"><office:scripts/>{STYLES}<office:body><office:spreadsheet>'
         '<table:calculation-settings table:automatic-find-labels="false"/><table:table table:name="企业名录">'
         f'<table:table-column table:style-name="co1" table:number-columns-repeated="{WIDTH}" table:default-cell-style-name="Default"/>')
SMALL_PARTS = {
    "styles.xml": f'<office:document-styles {NAMES} office:version="1.3"><office:styles><style:style style:name="Default" '
                  'style:family="table-cell"/></office:styles></office:document-styles>',
    "META-INF/manifest.xml":
        f'<manifest:manifest {NAMES} manifest:version="1.3">'
        + "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
                  for name, kind in (("/", TYPE), ("content.xml", "text/xml"), ("styles.xml", "text/xml")))
        + "</manifest:manifest>",
}


def to_cell(kind, value):
    start = f'<table:table-cell table:style-name="{LOOKS[kind]}"'
    if value is BLANK:
        return start + "/>"
    if kind == "t":
        return f'{start} office:value-type="string" calcext:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    if kind == "d":
        day = EPOCH + timedelta(days=value)
        return (f'{start} office:value-type="date" office:date-value="{day}" calcext:value-type="date"><text:p>{day}</text:p>'
                "</table:table-cell>")
    name, shown = ("percentage", f"{value * 100:.2f}%") if kind == "p" else ("float", f"{value:.10g}")
    return (f'{start} office:value-type="{name}" office:value="{value!r}" calcext:value-type="{name}"><text:p>{shown}</text:p>'
            "</table:table-cell>")


def row_xml(row):
    cells, missing = [], 0
    for kind, value in zip(KINDS, row):
        if value is None:
            missing += 1
            continue
        if missing:
            cells.append(f'<table:table-cell table:number-columns-repeated="{missing}"/>' if missing > 1 else "<table:table-cell/>")
            missing = 0
        cells.append(to_cell(kind, value))
    cells.append(f'<table:table-cell table:number-columns-repeated="{16384 - WIDTH + missing}"/>')
    return f'<table:table-row table:style-name="ro1">{"".join(cells)}</table:table-row>'


def write_content(part, list_rows):
    counts = Counts()
    titles = "".join(to_cell("t", title) for title in COLUMNS)
    for title in COLUMNS:
        counts.add_text(title)
    part.write(f'{START}<table:table-row table:style-name="ro1">{titles}</table:table-row>'.encode())
    lines = []
    for row in list_rows.rows():
        counts.add_row(row)
        lines.append(row_xml(row))
        if len(lines) == 1000:
            part.write("".join(lines).encode())
            lines.clear()
    lines.append(f'<table:table-row table:style-name="ro1" table:number-rows-repeated="{1048576 - 1 - list_rows.count}">'
                 '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>')
    part.write(("".join(lines) + "</table:table><table:named-expressions/></office:spreadsheet></office:body>"
                "</office:document-content>").encode())
    return counts


def write_list_ods(path, count):
    """One sheet of `count` rows below its header. Gives the Counts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", (2024, 8, 14, 2, 0, 0)), TYPE)
        with open_part(archive, "content.xml") as part:
            counts = write_content(part, ListRows(count))
        for name, text in SMALL_PARTS.items():
            write_part(archive, name, HEAD + text)
    return counts
