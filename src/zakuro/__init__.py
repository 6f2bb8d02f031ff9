"""Double-entry books for promises between nations."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

# The room is imported first: importing it later would put the module where the function stands.
import zakuro.read  # noqa: F401
from zakuro.model.statement import Mention, MentionType, Reading, Statement

__version__ = "0.6.0"
__all__ = ["Mention", "Reading", "Statement", "mentions", "read"]


def read(
    text: str | bytes,
    language: str | None = None,
    published: date | str | None = None,
    source: str | None = None,
    home: str | None = None,
    least: str = "0.50",
) -> Reading:
    """The statements and mentions of a text, or of the bytes of a document (PDF, DOCX, HTML …).

    ``language`` is told from the text when not given; ``published`` is the day from which
    relative times run, a date or words like "2026-05-01"; ``source`` is the file name or address;
    ``home`` the state (ISO 3166-1 alpha-3) whose government and offices a text means that names
    none.  Pledges, proposals, calls and results of less confidence than ``least`` are left out.
    Raises ZakuroError for what is no text, for a language without a pack, for a day that is none
    and for a home that is no state.
    """
    from zakuro.flow.reading import read as read_text  # noqa: PLC0415 (import zakuro comes at once)

    return read_text(text, language, published, source, home, least)


def mentions(
    text: str | bytes,
    language: str | None = None,
    reference: date | str | None = None,
    types: Collection[MentionType] | None = None,
) -> list[Mention]:
    """The numbers, amounts, times and parties of a text, in order.

    By default only the outermost; ``types`` chooses, and ``{"number"}`` lists the bare numbers
    inside amounts as well.  Raises ZakuroError like ``read``.
    """
    from zakuro.flow.reading import mentions as mentions_of  # noqa: PLC0415 (as above)

    return mentions_of(text, language=language, reference=reference, types=types)
