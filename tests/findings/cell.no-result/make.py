"""A formula that was never calculated: openpyxl writes it without a result."""

from gallery import base_table, write_book

table = base_table()
table[5][9] = "=500+20.5"  # J6
write_book("广灵县2024年.xlsx", table)
