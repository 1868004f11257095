"""A second opinion on the summaries: reads the inbox with other means than the program and adds up in Python's decimal."""
