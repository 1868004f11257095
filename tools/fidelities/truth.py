"""What the readers see, asked once a content and kept: reading anew takes hours, comparing takes a minute."""

import gzip
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor

from . import soffice
from .readers import READERS, check_readers, start

SECONDS = 60
ERROR_BYTES = 1024  # an answer that small may be an error
BY_CHANCE = ("the reader ran out of time", "the reader died", "LibreOffice wrote nothing")


def answer_path(cache, reader, file):
    return cache / "answers" / file.sha256[:2] / f"{file.sha256}.{file.kind}.{reader}.json.gz"


def keep(path, answer):
    """Whole or not at all: a run may be stopped at any moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    with gzip.open(draft, "wt", compresslevel=1, encoding="utf-8", errors="surrogatepass") as out:
        json.dump(answer, out)
    os.replace(draft, path)


def load(cache, reader, file):
    """{"sheets": [{"name", "cells"}]}, or {"error"}."""
    with gzip.open(answer_path(cache, reader, file), "rt", encoding="utf-8", errors="surrogatepass") as answer:
        return json.load(answer)


def ask_peer(reader, files, cache, tell):
    peer = start(reader, cache)
    for count, file in enumerate(files):
        path = answer_path(cache, reader, file)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".draft")
        answer = peer.ask({"path": str(file.path), "out": str(draft), "kind": file.kind}, SECONDS)
        if "error" in answer:
            keep(path, answer)
        else:
            os.replace(draft, path)
        tell(reader, count + 1, len(files))
    peer.close()


def ask_soffice(files, cache, tell):
    by_path = {(str(file.path), file.kind): file for file in files}
    for count, (request, answer) in enumerate(soffice.read_all(list(by_path), SECONDS)):
        keep(answer_path(cache, "soffice", by_path[request]), answer)
        tell("soffice", count + 1, len(files))


def is_answered(cache, reader, file, retry):
    """With `retry` an error does not count that a busy machine may have caused."""
    path = answer_path(cache, reader, file)
    if not path.exists():
        return False
    return not (retry and path.stat().st_size < ERROR_BYTES and load(cache, reader, file).get("error") in BY_CHANCE)


def to_ask(files, cache, retry):
    """Files without an answer yet, a reader; each content once."""
    wanted = {}
    for file in files:
        for reader in READERS.get(file.kind, ()):
            if not is_answered(cache, reader, file, retry):
                wanted.setdefault(reader, {}).setdefault((file.sha256, file.kind), file)
    return {reader: list(by_content.values()) for reader, by_content in wanted.items()}


def tell_progress(reader, done, total):
    if done % 100 == 0 or done == total:
        print(f"fidelity: {reader} {done}/{total}", file=sys.stderr, flush=True)


def make_truth(files, cache, jobs, retry=False):
    """Asks every reader what is not in the cache yet. *Errors*: MissingReader."""
    wanted = to_ask(files, cache, retry)
    check_readers(wanted)
    with ThreadPoolExecutor(max(1, jobs)) as pool:
        tasks = [pool.submit(ask_soffice, some, cache, tell_progress) if reader == "soffice"
                 else pool.submit(ask_peer, reader, some, cache, tell_progress) for reader, some in wanted.items()]
        for task in tasks:
            task.result()
