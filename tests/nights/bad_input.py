#!/usr/bin/python3
"""Nights that meet what real inboxes and machines hold: bad files never stop the others, bad set-ups stop before any work."""

import argparse
import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from gallery import base_table, write_book  # noqa: E402
from workspace import (NOW, ROOT, Report, environment, load, make_workspace, run, set_settle,  # noqa: E402
                       temporary_folder, tree_of)

GOOD = "大同市/广灵县2024年基本情况表.xlsx"


def add_good_file(workspace, name=GOOD):
    path = workspace / "inbox" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    write_book(path, base_table())
    return path


def night(program, workspace, *options):
    return run(program, "--workspace", workspace, "run", "--now", NOW, *options)


def buckets_of(workspace):
    return {file["file"]: file["bucket"] for file in load(workspace / "reports" / "inbox.json")["files"]}


def rules_of(workspace, name):
    files = load(workspace / "reports" / "inbox.json")["files"]
    return [finding["rule"] for file in files if file["file"] == name for finding in file["findings"]]


def check_bad_files(report, program, folder):
    """One night over one good file and everything else; each ends in its own bucket, the good one counts."""
    workspace = make_workspace(folder / "files")
    good = add_good_file(workspace)
    inbox = workspace / "inbox"
    whole = good.read_bytes()
    title_of_two = base_table()
    title_of_two[0] = ["2024年"]
    write_book(inbox / "两张都像.xlsx", title_of_two, change=lambda sheet: setattr(sheet, "title", "Sheet1"))
    contents = {
        "不是表格.xlsx": b"\x00\x01\x02 no workbook", "断了.xlsx": whole[:len(whole) * 3 // 5], "空文件.xlsx": b"",
        "~$广灵县.xlsx": b"\x05admin", ".~lock.广灵县.xlsx#": b",x,", ".隐藏.xlsx": whole, "下载中.xlsx.part": whole[:99],
        "会议签到表.csv": "会议签到表\n姓名,单位,签名\n张伟,工信局,\n".encode(), "通知.pdf": b"%PDF-1.7\n"}
    for name, data in contents.items():
        (inbox / name).write_bytes(data)
    before = tree_of(inbox)
    result = night(program, workspace)
    if not report.equal(result.returncode, 1, f"exit status of a night with bad files: {result.stderr[-400:]}"):
        return
    wanted = {GOOD: ("accepted", ""), "不是表格.xlsx": ("unreadable", "file.unreadable"), "断了.xlsx": ("unreadable", "file.unreadable"),
              "空文件.xlsx": ("passed-over", "file.passed-over"), "~$广灵县.xlsx": ("passed-over", "file.passed-over"),
              ".~lock.广灵县.xlsx#": ("passed-over", "file.passed-over"), ".隐藏.xlsx": ("passed-over", "file.passed-over"),
              "下载中.xlsx.part": ("passed-over", "file.passed-over"), "会议签到表.csv": ("unrecognised", "file.unrecognised"),
              "通知.pdf": ("unrecognised", "file.unsupported"), "两张都像.xlsx": ("unrecognised", "file.ambiguous-form")}
    buckets = buckets_of(workspace)
    report.equal(sorted(buckets), sorted(wanted), "files in inbox.json")
    for name, (bucket, rule) in wanted.items():
        report.equal(buckets.get(name), bucket, f"bucket of {name}")
        if rule:
            report.expect(rule in rules_of(workspace, name), f"{name}: {rule} is not among {rules_of(workspace, name)}")
    for file in load(workspace / "reports" / "inbox.json")["files"]:
        for finding in file["findings"]:
            report.equal(finding["file"], file["file"], f"file of {finding['rule']}")
            report.expect(finding["severity"] != "M" or len(finding["mend"]) > 8, f"{finding['rule']} says how to mend it")
    summary = load(workspace / "reports" / "2024" / "summary" / "base-summary.json")
    province = next(row for row in summary["rows"] if row["level"] == "province")
    report.equal(province["values"]["运营情况/营业收入"], "900.5", "营业收入 of the one good file, 520.5 + 380")
    report.expect(tree_of(inbox) == before, "the inbox is as it was")


def check_growing_file(report, program, folder):
    workspace = make_workspace(folder / "growing")
    add_good_file(workspace)
    set_settle(workspace, 1)
    grown = add_good_file(workspace, "大同市/云冈区.xlsx")
    done = threading.Event()

    def grow():
        while not done.wait(0.05):
            with open(grown, "ab") as file:
                file.write(b"x")

    thread = threading.Thread(target=grow)
    thread.start()
    result = night(program, workspace)
    done.set()
    thread.join()
    report.equal(result.returncode, 0, f"exit status with a growing file: {result.stderr[-300:]}")
    buckets = buckets_of(workspace)
    report.equal(buckets, {GOOD: "accepted", "大同市/云冈区.xlsx": "unfinished"}, "buckets with a growing file")
    report.equal(rules_of(workspace, "大同市/云冈区.xlsx"), ["file.changing"], "findings of a growing file")


def check_refused_before_work(report, program, folder):
    """A broken schema, a broken configuration: exit 2, nothing is opened and nothing is written."""
    broken = folder / "broken-schema"
    make_workspace(broken)
    add_good_file(broken)
    shutil.copytree(ROOT / "schemas" / "shanxi", broken / "schemas" / "shanxi")
    schema = broken / "schemas" / "shanxi" / "base-situation.yaml"
    schema.write_text(schema.read_text(encoding="utf-8").replace("check: tax <= revenue", "check: tax <= revenu"), encoding="utf-8")
    check_refusal(report, program, broken, 2, ("base-situation.yaml", "revenu", "^", "办法"), "a broken schema")

    config = make_workspace(folder / "broken-config")
    add_good_file(config)
    (config / "huizong.yaml").write_text("pack: shanxi\nlanguage: [zh\n", encoding="utf-8")
    check_refusal(report, program, config, 2, ("huizong.yaml", "办法"), "a huizong.yaml that is no YAML")

    unknown = make_workspace(folder / "unknown-key")
    add_good_file(unknown)
    (unknown / "huizong.yaml").write_text("pack: shanxi\nlangauge: zh\n", encoding="utf-8")
    check_refusal(report, program, unknown, 2, ("huizong.yaml", "langauge", "办法"), "a key that nobody knows")

    nowhere = folder / "no-workspace"
    nowhere.mkdir()
    check_refusal(report, program, nowhere, 2, ("huizong.yaml", "办法"), "a folder that is no workspace")


def without_lock(workspace):
    """Every file but the lock, which a run may take before it sees that it cannot go on."""
    return {name: data for name, data in tree_of(workspace).items() if name != "archive/lock"}


def check_refusal(report, program, workspace, code, words, what):
    before = without_lock(workspace)
    opened = None
    env = environment()
    if shutil.which("strace"):
        # A sanitizer cannot search a traced program for leaks, and would exit with 1 for that alone.
        env["ASAN_OPTIONS"] = ":".join(filter(None, [env.get("ASAN_OPTIONS"), "detect_leaks=0"]))
        opened = workspace.parent / "opened.txt"
    command = [program, "--workspace", workspace, "run", "--now", NOW]
    if opened:
        command = ["strace", "-f", "-e", "trace=open,openat", "-o", opened, *command]
    result = subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8")
    report.equal(result.returncode, code, f"{what}: exit status; it said {result.stderr[-500:]!r}")
    for word in words:
        report.expect(word in result.stderr, f"{what}: {word!r} is not in {result.stderr!r}")
    report.equal(result.stdout, "", f"{what}: standard output")
    left = without_lock(workspace)
    report.equal(sorted(left), sorted(before), f"{what}: files in the workspace")
    report.expect(left == before, f"{what}: files of the workspace are as they were")
    if opened and opened.exists():
        # strace prints bytes above 127 in octal; the ASCII end of the name will do.
        report.expect("2024\\345\\271\\264" not in opened.read_text(errors="replace"), f"{what}: a return was opened")


def check_damaged_archive(report, program, folder):
    workspace = make_workspace(folder / "damaged")
    add_good_file(workspace)
    report.equal(night(program, workspace).returncode, 0, "exit status of the night before the damage")
    database = workspace / "archive" / "huizong.db"
    data = bytearray(database.read_bytes())
    data[100:len(data) // 2] = b"\xff" * (len(data) // 2 - 100)
    database.write_bytes(data)
    check_refusal(report, program, workspace, 3, ("huizong.db", "备份", "办法"), "a damaged database")
    database.write_bytes(b"this is no database, and never was one" * 40)
    check_refusal(report, program, workspace, 3, ("huizong.db", "办法"), "a database that is none")


def check_busy(report, program, folder):
    workspace = make_workspace(folder / "busy")
    add_good_file(workspace)
    (workspace / "archive").mkdir()
    with open(workspace / "archive" / "lock", "w", encoding="utf-8") as lock:
        lock.write("4711")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        check_refusal(report, program, workspace, 3, ("另一个", "4711", "办法"), "another run at work")
        dry = night(program, workspace, "--dry-run")
        report.equal(dry.returncode, 0, f"a dry run beside another run: {dry.stderr[-300:]}")
    report.equal(night(program, workspace).returncode, 0, "exit status once the other run has ended")


@contextlib.contextmanager
def small_disk(size):
    """A file system of so many bytes; None where it cannot be had."""
    if os.geteuid() != 0:
        print("nights/bad_input: no space: skipped, a small file system needs root")
        yield None
        return
    point = tempfile.mkdtemp(prefix="huizong-small-")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", point], capture_output=True, text=True)
    try:
        if mounted.returncode:
            print(f"nights/bad_input: no space: skipped, {mounted.stderr.strip()}")
        yield None if mounted.returncode else Path(point)
    finally:
        if not mounted.returncode:
            subprocess.run(["umount", point], check=True)
        os.rmdir(point)


def check_no_space(report, program, folder):
    """On full disks of several sizes the program stops with 3, and leaves each report whole or absent."""
    with small_disk("1m") as disk:
        if not disk:
            return
        undisturbed = make_workspace(folder / "space-enough")
        for number in range(8):
            add_good_file(undisturbed, f"大同市/广灵县2024年第{number}版.xlsx")
        told = night(program, undisturbed)
        report.expect(told.returncode in (0, 1), f"exit status with space enough: {told.stderr[-300:]}")
        wanted = tree_of(undisturbed / "reports")
        stopped = 0
        for left in (20, 60, 120, 200, 300):  # KiB left on the disk
            workspace = disk / "workspace"
            shutil.copytree(undisturbed / "inbox", workspace / "inbox")
            shutil.copy(undisturbed / "huizong.yaml", workspace)
            free = os.statvfs(disk)
            ballast = free.f_bavail * free.f_bsize - left * 1024
            (disk / "ballast").write_bytes(b"\0" * max(0, ballast))
            result = night(program, workspace)
            if result.returncode == 3:
                stopped += 1
                report.expect("空间" in result.stderr and "办法" in result.stderr, f"{left} KiB left: it says {result.stderr[-300:]!r}")
                for name in ("2024",):
                    got = {path: data for path, data in tree_of(workspace / "reports").items() if path.startswith(name)} \
                        if (workspace / "reports").exists() else {}
                    whole = {path: data for path, data in wanted.items() if path.startswith(name)}
                    report.expect(not got or sorted(got) == sorted(whole), f"{left} KiB left: reports/{name} is half written: {sorted(got)}")
            else:
                report.expect(result.returncode in (0, 1), f"{left} KiB left: exit {result.returncode} {result.stderr[-300:]}")
            (disk / "ballast").unlink()
            again = night(program, workspace)
            report.equal(again.returncode, told.returncode, f"{left} KiB left, then room: exit status {again.stderr[-300:]}")
            report.equal(sorted(tree_of(workspace / "reports")), sorted(wanted), f"{left} KiB left, then room: reports")
            shutil.rmtree(workspace)
        report.expect(stopped > 0, "no size of disk was too small")


def check_permissions(report, program, folder):
    workspace = make_workspace(folder / "permissions")
    good = add_good_file(workspace)
    os.chmod(good, 0o444)
    report.equal(night(program, workspace).returncode, 0, "exit status with a read-only file")
    report.equal(good.stat().st_mode & 0o777, 0o444, "mode of a read-only file afterwards")
    if os.geteuid() == 0:
        print("nights/bad_input: a file that may not be read: skipped, root may read everything")
        return
    closed = add_good_file(workspace, "大同市/云冈区.xlsx")
    os.chmod(closed, 0)
    result = night(program, workspace)
    report.equal(result.returncode, 1, "exit status with a file that may not be read")
    report.equal(rules_of(workspace, "大同市/云冈区.xlsx"), ["file.unreadable"], "findings of a file that may not be read")
    os.chmod(closed, 0o644)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    program = parser.parse_args().program.resolve()
    report = Report("nights/bad_input")
    with temporary_folder() as folder:
        for check in (check_bad_files, check_growing_file, check_refused_before_work, check_damaged_archive, check_busy,
                      check_no_space, check_permissions):
            try:
                check(report, program, folder)
            except (OSError, StopIteration, KeyError, ValueError) as fault:
                report.expect(False, f"{check.__name__}: {type(fault).__name__}: {fault}")
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
