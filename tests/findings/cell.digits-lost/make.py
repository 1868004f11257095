"""A registration number of 18 digits typed as a number: a spreadsheet keeps 15 of them."""

from gallery import base_table, write_book

table = base_table()
table[5][2] = 911402231234567890  # C6
write_book("广灵县2024年.xlsx", table)
