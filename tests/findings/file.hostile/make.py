"""A workbook that holds its sheet twice: two programs could read two different returns."""

import warnings
import zipfile

from gallery import base_table, write_book

write_book("广灵县.xlsx", base_table())
with warnings.catch_warnings(), zipfile.ZipFile("广灵县.xlsx", "a") as book:
    warnings.simplefilter("ignore")
    book.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
