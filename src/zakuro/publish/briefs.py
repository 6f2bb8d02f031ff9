"""A brief as one page: HTML, PDF, a text document, Markdown; all from the same lines."""

from __future__ import annotations

import io
from datetime import date, datetime
from html import escape
from typing import NamedTuple

from zakuro.model.errors import ZakuroError


class Line(NamedTuple):
    """One sentence made from data, the words it rests on, and where they stand.

    ``quote`` is in the language ``spoken``, as published; ``why`` says why the line stands here.
    """

    text: str
    quote: str = ""
    spoken: str = ""
    cites: tuple[str, ...] = ()
    why: str = ""


class Section(NamedTuple):
    """A heading and what stands under it."""

    heading: str
    lines: tuple[Line, ...]
    note: str = ""


class Brief(NamedTuple):
    """A brief in one language: its title, what it is as of, its sections, and how to cite it."""

    title: str
    language: str
    subtitle: str
    day: date
    sections: tuple[Section, ...]
    foot: str


STYLE = """
@page { size: A4; margin: 14mm 15mm; }
body { font-family: "Noto Sans", "DejaVu Sans", "Noto Sans CJK JP", sans-serif; font-size: 9pt;
  line-height: 1.35; color: #222; max-width: 46rem; margin: 0 auto; }
:lang(zh) { font-family: "Noto Sans", "Noto Sans CJK SC", sans-serif; }
:lang(ja) { font-family: "Noto Sans", "Noto Sans CJK JP", sans-serif; }
h1 { font-size: 15pt; margin: 0; color: #7d1c2b; } h2 { font-size: 10.5pt; margin: 7pt 0 2pt;
  border-bottom: 0.5pt solid #bbb; } h2 { break-after: avoid; } li { break-inside: avoid; }
p { margin: 2pt 0; } ul { margin: 0; padding-left: 12pt; }
.soft, .cite { color: #666; font-size: 8pt; } .why { color: #7d1c2b; } q { quotes: "“" "”"; }
"""


def as_html(brief: Brief) -> str:
    """Give a brief as one page of HTML that needs nothing beside it."""
    parts = [
        "<!doctype html>",
        f'<html lang="{brief.language}"><head><meta charset="utf-8">',
        f'<title>{escape(brief.title)}</title><meta name="generator" content="zakuro">',
        f"<style>{STYLE}</style></head><body>",
        f'<h1>{escape(brief.title)}</h1><p class="soft">{escape(brief.subtitle)}</p>',
    ]
    for section in brief.sections:
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        if section.note:
            parts.append(f'<p class="soft">{escape(section.note)}</p>')
        parts += ["<ul>", *(_item(line) for line in section.lines), "</ul>"]
    parts.append(f'<p class="soft">{escape(brief.foot)}</p></body></html>')
    return "\n".join(parts) + "\n"


def _item(line: Line) -> str:
    said = escape(line.text)
    if line.quote:
        said += f' <q lang="{line.spoken}">{escape(line.quote)}</q>'
    if line.why:
        said += f' <span class="why">– {escape(line.why)}</span>'
    if line.cites:
        said += f' <span class="cite">[{escape(", ".join(line.cites))}]</span>'
    return f"<li>{said}</li>"


def as_markdown(brief: Brief) -> str:
    """Give a brief as Markdown."""
    parts = [f"# {_plain(brief.title)}", "", _plain(brief.subtitle), ""]
    for section in brief.sections:
        parts += [f"## {_plain(section.heading)}", ""]
        parts += [f"*{_plain(section.note)}*", ""] if section.note else []
        for line in section.lines:
            quote = f" “{_plain(line.quote)}”" if line.quote else ""
            why = f" – *{_plain(line.why)}*" if line.why else ""
            cites = f" [{', '.join(line.cites)}]" if line.cites else ""
            parts.append(f"- {_plain(line.text)}{quote}{why}{cites}")
        parts.append("")
    return "\n".join([*parts, _plain(brief.foot), ""])


def _plain(text: str) -> str:
    """Give words in which nothing is taken for a sign of Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in text)


def as_docx(brief: Brief) -> bytes:
    """Give a brief as a text document; ZakuroError where the extra is missing."""
    try:
        from docx import Document  # noqa: PLC0415 - an extra
        from docx.shared import Mm, Pt  # noqa: PLC0415 - an extra
    except ImportError:
        raise ZakuroError(
            "A .docx needs the extra: pip install 'zakuro[brief]'; .html and .md need nothing."
        ) from None
    made = Document()
    made.core_properties.title = brief.title
    made.core_properties.author = "zakuro"
    made.core_properties.language = brief.language
    moment = datetime(brief.day.year, brief.day.month, brief.day.day)
    made.core_properties.created = made.core_properties.modified = moment
    made.styles["Normal"].font.size = Pt(10)
    # The same page as that of the PDF.
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = Mm(14)
    page.left_margin = page.right_margin = Mm(15)
    made.add_heading(brief.title, 0)
    made.add_paragraph(brief.subtitle)
    for section in brief.sections:
        made.add_heading(section.heading, 1)
        if section.note:
            made.add_paragraph().add_run(section.note).italic = True
        for line in section.lines:
            paragraph = made.add_paragraph(style="List Bullet")
            paragraph.add_run(line.text)
            if line.quote:
                paragraph.add_run(f" “{line.quote}”")
            if line.why:
                paragraph.add_run(f" – {line.why}").italic = True
            if line.cites:
                paragraph.add_run(f" [{', '.join(line.cites)}]").font.size = Pt(8)
    made.add_paragraph(brief.foot)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def as_pdf(brief: Brief) -> bytes:
    """Give a brief as PDF; ZakuroError where the extra or Pango is missing."""
    try:
        from weasyprint import HTML  # noqa: PLC0415 - an extra
    except ImportError:
        raise ZakuroError(
            "A .pdf needs the extra: pip install 'zakuro[brief]'; .html and .md need nothing."
        ) from None
    except OSError:
        raise ZakuroError(
            "A .pdf needs Pango, which is not on this machine. On Debian: apt install "
            "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core fonts-noto-cjk"
        ) from None
    written: bytes = HTML(string=as_html(brief)).write_pdf()
    return written
