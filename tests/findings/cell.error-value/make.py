"""A formula whose result is an error."""

from gallery import base_table, write_book

table = base_table()
table[5][9] = "#REF!"  # J6, stored as an error by openpyxl
write_book("广灵县2024年.xlsx", table)
