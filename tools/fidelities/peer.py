"""A reader at work in a process of its own: one question a time, with a time limit; killed and started anew when it hangs or dies."""

import json
import os
import resource
import select
import signal
import subprocess

MEMORY_BYTES = 6 << 30


class Peer:
    """Owns the process of one reader."""

    def __init__(self, command, env=None, limit_memory=True):
        self.command, self.env, self.limit_memory, self.process = command, env, limit_memory, None

    def _start(self):
        def prepare():
            os.setsid()
            os.nice(10)
            if self.limit_memory:
                resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                        preexec_fn=prepare, env={**os.environ, **(self.env or {})})

    def ask(self, request, seconds):
        """The answer as a dict. *Errors*: none; a reader that dies or takes longer than `seconds` answers {"error"}."""
        if self.process is None:
            self._start()
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
        except OSError:
            self.close()
            return {"error": "the reader died"}
        ready, _, _ = select.select([self.process.stdout], [], [], seconds)
        line = self.process.stdout.readline() if ready else b""
        if line:
            return json.loads(line)
        self.close()
        return {"error": "the reader died" if ready else "the reader ran out of time"}

    def close(self):
        if self.process is not None:
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            self.process.communicate()
            self.process = None
