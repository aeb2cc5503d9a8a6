"""The packed program does what its sources do, where others call it by names."""

import os
import pathlib
import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="packs by an older Python")
def test_what_is_packed_keeps_names_that_libraries_call_by():
    tests = str(pathlib.Path(__file__).parent / "test_record.py")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        tests,
        "-k",
        "rich or trailing",
    ]
    env = {**os.environ, "WEFT_PACKED": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env, timeout=300)
    assert done.returncode == 0 and " passed" in done.stdout, done.stdout
