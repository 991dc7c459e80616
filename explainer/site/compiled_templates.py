"""Templates as they were compiled, kept for the builds that follow and for the next run.

A file of the cache holds two hashes and the code. One is of all that the code is made from: the
template's text, Jinja, and the program, whose filters Jinja asks when it compiles constants. The
other is the code's own, so that a file that was cut short is not taken.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from importlib.metadata import version
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from explainer.system.folders import ROOT
from explainer.system.kept_files import read_kept, write_kept
from explainer.system.program_state import program_state

HASH_LENGTH = 64
"""Hexadecimal digits of a hash."""


class CompiledTemplates(BytecodeCache):
    """Keeps code in memory and in a folder; a folder that cannot be used costs time alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def get_source_checksum(self, source: str) -> str:
        """Hash what a template's code is made from."""
        made_from = f"{program_state()} {version('jinja2')} {source}"
        return hashlib.sha256(made_from.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled from the very same text by the very same program."""
        checksum, code = self._kept.get(bucket.key) or self._read(bucket.key)
        if checksum == bucket.checksum and code:
            bucket.code = code
            self._kept[bucket.key] = checksum, code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; on the disk only what belongs to the program."""
        if bucket.code is None:
            return
        self._kept[bucket.key] = bucket.checksum, bucket.code
        path = Path(bucket.code.co_filename)
        if path.is_relative_to(ROOT) or path.is_relative_to(sys.prefix):
            code = marshal.dumps(bucket.code)
            write_kept(self._folder / bucket.key, _hash(code) + bucket.checksum.encode() + code)

    def _read(self, key: str) -> tuple[str, CodeType | None]:
        kept = read_kept(self._folder / key) or b""
        own, checksum = kept[:HASH_LENGTH], kept[HASH_LENGTH : 2 * HASH_LENGTH]
        code = kept[2 * HASH_LENGTH :]
        if own != _hash(code):
            return "", None
        return checksum.decode(), marshal.loads(code)  # noqa: S302 - ours, as __pycache__ is


def _hash(code: bytes) -> bytes:
    return hashlib.sha256(code).hexdigest().encode()


COMPILED_TEMPLATES = CompiledTemplates(ROOT / ".cache/templates")
