"""Word documents of paragraphs and tables, the same bytes every time."""

import io
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

from .book import FIXED_STAMP

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


@dataclass
class Table:
    """Rows of texts, all of one width."""

    rows: list


@dataclass
class Changed:
    """A paragraph with a tracked change: what stands, what was deleted, what was put in its place."""

    before: str
    deleted: str
    inserted: str


def run(text):
    return f'<w:r><w:t xml:space="preserve">{escape(str(text))}</w:t></w:r>'


def paragraph(part):
    if isinstance(part, Changed):
        mark = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"'
        deleted = f'<w:r><w:delText xml:space="preserve">{escape(part.deleted)}</w:delText></w:r>'
        return f"<w:p>{run(part.before)}<w:del {mark}>{deleted}</w:del><w:ins {mark}>{run(part.inserted)}</w:ins></w:p>"
    return f"<w:p>{run(part)}</w:p>" if part else "<w:p/>"


def table(part):
    rows = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in part.rows)
    return f"<w:tbl>{rows}</w:tbl>"


def docx_bytes(parts):
    """One document of these parts, in order: texts, changes and tables."""
    body = "".join(table(part) if isinstance(part, Table) else paragraph(part) for part in parts)
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, text in (("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", document)):
            entry = zipfile.ZipInfo(name, FIXED_STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, text)
    return out.getvalue()
