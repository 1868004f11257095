"""The table that `tools/bench run` prints."""

HEAD = ["run", "files", "seconds", "cpu s", "files/s", "peak MiB", "KiB/return", "script ÷", "÷ limit"]


def to_rows(bench):
    """One row a run; the ratios say how many times faster than the script, and how many times slower than the limit."""
    rows = []
    names = ["first night", f"{bench.changed} changed", "nothing new"]
    for at, (name, cost) in enumerate(zip(names, bench.nights)):
        own = max(0, cost.peak_kib - bench.idle_kib) / bench.returns
        rows.append([name, str(bench.returns), f"{cost.seconds:.2f}", f"{cost.cpu_seconds:.2f}", f"{bench.returns / cost.seconds:.0f}",
                     f"{cost.peak_kib / 1024:.1f}", f"{own:.1f}", f"{bench.script_seconds / cost.seconds:.1f}x",
                     f"{cost.seconds / bench.limit_seconds(at):.1f}x"])
    seconds = bench.script_seconds
    scaled = "" if bench.script_files == bench.returns else "~"
    rows.append(["plain script", str(bench.script_files), f"{scaled}{seconds:.2f}", "", f"{bench.returns / seconds:.0f}",
                 f"{bench.script.peak_kib / 1024:.1f}", "", "1.0x", f"{seconds / bench.limit_seconds(0):.1f}x"])
    read, whole = bench.limit.read_seconds, bench.limit_seconds(0)
    rows.append(["limit: read, sha256", str(bench.returns), f"{read:.2f}", "", f"{bench.returns / read:.0f}", "", "", "", ""])
    rows.append(["limit: and inflate", str(bench.returns), f"{whole:.2f}", "", f"{bench.returns / whole:.0f}", "", "",
                 f"{seconds / whole:.1f}x", "1.0x"])
    return rows


def align(rows):
    """Lines with the first column to the left, the others to the right. A row shorter than the first runs on freely."""
    widths = [max(len(row[at]) for row in rows if len(row) == len(rows[0]) or at == 0) for at in range(len(rows[0]))]
    lines = []
    for row in rows:
        is_whole = len(row) == len(rows[0])
        lines.append("  ".join(cell.ljust(width) if at == 0 else cell.rjust(width) if is_whole else cell
                               for at, (cell, width) in enumerate(zip(row, widths))).rstrip())
    return lines


def to_text(bench):
    """The table, aligned, with what has to be known to read it."""
    lines = align([HEAD, *to_rows(bench)])
    notes = [f"{bench.returns} returns, all accepted on all three nights; {bench.limit.file_bytes / 2**20:.1f} MiB of files, "
             f"{bench.limit.sheet_bytes / 2**20:.1f} MiB of sheet XML; idle {bench.idle_kib / 1024:.1f} MiB (--version).",
             "Each run once, empty archive first; the files lie in the page cache. limit: one thread, zlib."]
    if bench.script_files != bench.returns:
        notes.append(f"~ the script read every tenth file ({bench.script_files}); its time is scaled to all.")
    return "\n".join([notes[0], "", *lines, "", *notes[1:], ""])
