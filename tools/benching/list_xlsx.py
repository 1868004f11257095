"""A long list as an xlsx in the shape that Excel writes, straight to XML: openpyxl would take minutes."""

import zipfile
from xml.sax.saxutils import escape

from .list_rows import BLANK, COLUMNS, Counts, KINDS, ListRows, WIDTH

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
LOOKS = {"n": "2", "t": "1", "d": "3", "p": "4"}

SMALL_PARTS = {
    "[Content_Types].xml":
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEET_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{SHEET_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHEET_TYPE}.sharedStrings+xml"/></Types>',
    "_rels/.rels":
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{RELS}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml":
        f'<workbook {MAIN} xmlns:r="{RELS}"><workbookPr defaultThemeVersion="124226"/><bookViews><workbookView xWindow="240" '
        'yWindow="15" windowWidth="16095" windowHeight="9660"/></bookViews><sheets><sheet name="企业名录" sheetId="1" r:id="rId1"/>'
        '</sheets><calcPr calcId="145621"/></workbook>',
    "xl/_rels/workbook.xml.rels":
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{RELS}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{RELS}/styles" Target="styles.xml"/><Relationship Id="rId3" '
        f'Type="{RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/styles.xml":
        f'<styleSheet {MAIN}><fonts count="2"><font><sz val="11"/><name val="宋体"/><family val="2"/></font><font><b/><sz val="11"/>'
        '<name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill '
        'patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">'
        + "".join(f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
                  for number, font in ((0, 0), (49, 0), (0, 0), (14, 0), (10, 0), (0, 1)))
        + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


class StringTable:
    """*Shape*: text to index, in the order in which the sheet first used it."""

    def __init__(self):
        self.index = {}
        self.uses = 0

    def use(self, text):
        self.uses += 1
        return self.index.setdefault(text, len(self.index))

    def to_xml(self):
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in self.index)
        return f'{HEAD}<sst {MAIN} count="{self.uses}" uniqueCount="{len(self.index)}">{items}</sst>'


def to_letters(column):
    return chr(65 + column)


def open_part(archive, name):
    info = zipfile.ZipInfo(name, (2024, 8, 14, 2, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return archive.open(info, "w")


def write_part(archive, name, text):
    with open_part(archive, name) as part:
        part.write(text.encode())


def row_xml(number, row, strings):
    cells = []
    for column, (kind, value) in enumerate(zip(KINDS, row)):
        if value is None:
            continue
        start = f'<c r="{chr(65 + column)}{number}" s="{LOOKS[kind]}"'
        if value is BLANK:
            cells.append(start + "/>")
        elif kind == "t":
            cells.append(f'{start} t="s"><v>{strings.use(value)}</v></c>')
        else:
            cells.append(f"{start}><v>{value!r}</v></c>")
    return f'<row r="{number}" spans="1:{WIDTH}">{"".join(cells)}</row>'


def title_xml(strings):
    cells = "".join(f'<c r="{to_letters(column)}1" s="5" t="s"><v>{strings.use(title)}</v></c>'
                    for column, title in enumerate(COLUMNS))
    return f'<row r="1" spans="1:{WIDTH}" ht="18" customHeight="1">{cells}</row>'


def write_sheet(part, list_rows, strings):
    counts = Counts()
    for title in COLUMNS:
        counts.add_text(title)
    part.write(f'{HEAD}<worksheet {MAIN} xmlns:r="{RELS}"><dimension ref="A1:{to_letters(WIDTH - 1)}{list_rows.count + 1}"/>'
               '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="13.5"/>'
               f'<cols><col min="1" max="{WIDTH}" width="14.625" customWidth="1"/></cols><sheetData>{title_xml(strings)}'.encode())
    lines = []
    for number, row in enumerate(list_rows.rows(), 2):
        counts.add_row(row)
        lines.append(row_xml(number, row, strings))
        if len(lines) == 1000:
            part.write("".join(lines).encode())
            lines.clear()
    part.write(("".join(lines) + '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" '
                'footer="0.3"/></worksheet>').encode())
    return counts


def write_list_xlsx(path, count):
    """One sheet of `count` rows below its header. Gives the Counts."""
    strings = StringTable()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in SMALL_PARTS.items():
            write_part(archive, name, HEAD + text)
        with open_part(archive, "xl/worksheets/sheet1.xml") as part:
            counts = write_sheet(part, ListRows(count), strings)
        write_part(archive, "xl/sharedStrings.xml", strings.to_xml())
    return counts
