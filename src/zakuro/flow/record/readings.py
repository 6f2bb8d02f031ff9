"""What the reader read in the bundled digests, kept beside them so that it need not read again."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from zakuro.model.statement import Reading

FILE = "readings.jsonl.gz"


@cache
def shipped_readings() -> Mapping[str, Reading]:
    """Give the readings that ship along, by the SHA-256 of the text that was read."""
    packed = (files("zakuro") / "examples" / "record" / FILE).read_bytes()
    decoder = msgspec.json.Decoder(Reading)
    found = (decoder.decode(line) for line in gzip.decompress(packed).splitlines())
    return {reading.document: reading for reading in found}


def packed(readings: Mapping[str, Reading]) -> bytes:
    """Give readings as they ship: a line of JSON each, the same bytes for the same readings."""
    lines = b"".join(
        msgspec.json.encode(msgspec.structs.replace(reading, mentions=())) + b"\n"
        for _, reading in sorted(readings.items())
    )
    return gzip.compress(lines, mtime=0)
