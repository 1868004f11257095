"""A return with a megabyte of blank rows under a limit of one."""

from pathlib import Path

inbox = Path("inbox")
inbox.mkdir()
(inbox / "广灵县.csv").write_text("2024年省级小微企业双创基地基本情况表\n" + "," * 20 + "\n" * (1 << 20), encoding="utf-8")
