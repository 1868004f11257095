"""Builds what is to be measured: the release preset, nothing else."""

import subprocess

from .measure import BenchError

DRIVERS = "tools/benching"


def build(source, name):
    """Builds the target `name`, huizong or a driver of the benches. *Errors*: CalledProcessError; BenchError where no program came of it."""
    subprocess.run(["cmake", "--preset", "release", "-Wno-dev"], cwd=source, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", name], cwd=source, check=True,
                   stdout=subprocess.DEVNULL)
    folder = source / "build" / "release"
    program = folder / name if name == "huizong" else folder / DRIVERS / name
    if not program.exists():
        raise BenchError(f"no {program}")
    return program
