"""The loop of a Python peer: one request a line, {"path", "out", "kind"}; the cells go into `out`, the answer is {"ok"} or {"error"}."""

import gzip
import json
import os
import sys


def serve(read):
    """`read(path)` gives [(sheet name, [(ref, type, value), …]), …]; what it raises is the error that is answered."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no answer
    for line in sys.stdin:
        request = json.loads(line)
        try:
            book = {"sheets": [{"name": name, "cells": cells} for name, cells in read(request["path"])]}
            with gzip.open(request["out"], "wt", compresslevel=1, encoding="utf-8", errors="surrogatepass") as out:
                json.dump(book, out)
            answer = {"ok": True}
        except Exception as error:  # whatever it is: the file was not read, and the next one is to be
            answer = {"error": f"{type(error).__name__}: {error}"[:300]}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()
