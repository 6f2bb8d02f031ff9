"""Files as they should not be: a corpus made by this script, the same on every machine."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator

from docx import Document as WordDocument
from reportlab.lib import pdfencrypt

from tests.documents import saved
from tests.read.document.pdf.test_pdf import made
from tests.read.document.test_package import zipped

PROMISE = "China will build two schools in Kenya by 2030."


def seeds() -> dict[str, bytes]:
    """Sound files, one of every kind."""
    word = WordDocument()
    word.add_heading("The summit", 1)
    word.add_paragraph(PROMISE, style="List Number")
    word.add_table(rows=2, cols=2).cell(0, 0).text = "Country"
    page = f"<html><body><h1>The summit</h1><p>{PROMISE}<table><tr><td>a<td>b</table></body></html>"
    docx = saved(word)
    return {
        "a.txt": PROMISE.encode(),
        "a.md": f"---\ntitle: A\n---\n# The summit\n\n- {PROMISE}\n".encode(),
        "a.html": page.encode(),
        "a.docx": docx,
        "a.pdf": made(PROMISE, "Japan will build a road in Nepal."),
        "a16.txt": PROMISE.encode("utf-16"),
        "ja.txt": ("中国はケニアに学校を二校建設する。" * 4).encode("cp932"),
        "a.zip": zipped({"a.txt": PROMISE.encode(), "b.docx": docx}),
    }


def corpus() -> Iterator[tuple[str, bytes]]:
    """Hostile files by name: cut off, bent, deep, locked, large, not what they say."""
    found = seeds()
    for name, data in found.items():
        for share in (1, 5, 9):
            yield f"cut-{share}-{name}", data[: len(data) * share // 10]
        yield f"doubled-{name}", data + data
        yield f"behind-{name}", b"\n \t junk \n" + data
        for other in ("txt", "html", "docx", "pdf", "zip"):
            yield f"as-{name}.{other}", data
    yield "empty.txt", b""
    yield "blank.txt", b" \n\t\r\n"
    yield "zeros.txt", bytes(10_000)
    yield "binary.txt", random.Random(1).randbytes(20_000)
    yield "line.txt", b"We will provide 5 dollars, " * 2_000
    yield "no-space.txt", b"a" * 300_000
    yield "controls.txt", PROMISE.encode() + bytes(range(32)) + b"\x1b]0;title\x07\xe2\x80\xae"
    yield "digits.txt", b"China will provide " + b"9" * 50_000 + b" dollars to Kenya."
    yield "deep.html", b"<div>" * 50_000 + PROMISE.encode()
    yield "attributes.html", b"<p " + b"a=1 " * 50_000 + b">" + PROMISE.encode()
    yield "entities.html", b"<!DOCTYPE a [<!ENTITY b 'b&b;'>]><p>&b;" + PROMISE.encode()
    yield "charset.html", b"<meta charset=utf-16><p>" + PROMISE.encode()
    yield "wide.html", b"<table><tr>" + b"<td>1" * 20_000 + b"</table>"
    yield "bomb.zip", zipped({"a.txt": bytes(30_000_000)})
    yield "nested.zip", zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": b"They met."})})})
    yield "up.zip", zipped({"../../a.txt": PROMISE.encode(), "/etc/b.txt": PROMISE.encode()})
    yield "none.zip", zipped({"a.bin": b"\0"})
    yield "bomb.docx", zipped({"word/document.xml": bytes(30_000_000)})
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    deep = f"<w:document {namespace}><w:body>{'<w:sdt><w:sdtContent>' * 2000}<w:p><w:r><w:t>Deep."
    deep += f"</w:t></w:r></w:p>{'</w:sdtContent></w:sdt>' * 2000}</w:body></w:document>"
    yield "deep.docx", zipped({"word/document.xml": deep.encode()})
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><w:document {namespace}><w:body><w:p><w:r>'
    bomb += "<w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    yield "laughs.docx", zipped({"word/document.xml": bomb.encode()})
    yield "locked.pdf", made(PROMISE, encrypt=pdfencrypt.StandardEncryption("secret"))
    yield "picture.pdf", made(None)
    yield "none.pdf", b"%PDF-1.7\n%%EOF"
    yield "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)


def bent(rounds: int, seed: int = 7) -> Iterator[tuple[str, bytes]]:
    """Sound files in which some bytes were changed, taken out or put in."""
    chance = random.Random(seed)
    sound = list(seeds().items())
    for number in range(rounds):
        name, data = sound[number % len(sound)]
        file = io.BytesIO(data).getvalue()
        for _ in range(chance.randint(1, 8)):
            place = chance.randrange(len(file) + 1)
            length = chance.choice((0, 1, 1, 4, 40))
            file = (
                file[:place]
                + chance.randbytes(chance.choice((0, 1, 1, 4)))
                + file[place + length :]
            )
        yield f"bent-{number}-{name}", file
