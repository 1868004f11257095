"""A formula whose stored result is not what its cells give: the file was changed by a program that does not calculate."""

from gallery import base_table, store_results, write_book

table = base_table()
table[5][9] = "=SUM(K6:L6)+202.3"  # J6: 18.2 + 300 + 202.3
write_book("广灵县2024年.xlsx", table)
store_results("广灵县2024年.xlsx", {"J6": "420.5"})
