from hashlib import sha256

from zakuro.flow.reading import read
from zakuro.flow.record.digests import digests, records
from zakuro.flow.record.readings import packed, shipped_readings
from zakuro.read.document.document import freeze


def test_every_digest_has_its_reading() -> None:
    missing = [
        where
        for record in records()
        for where, digest in digests(record)
        if digest.text
        and sha256(freeze(digest.text.encode()).text.encode()).hexdigest() not in shipped_readings()
    ]
    assert missing == []  # else scripts/read-record has to run


def test_readings_are_packed_alike_and_without_mentions() -> None:
    found = read("China will open a centre in Kazakhstan in 2026.", language="en")
    assert packed({found.document: found}) == packed({found.document: found})
    assert all(not reading.mentions for reading in shipped_readings().values())
