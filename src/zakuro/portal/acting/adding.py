"""Adding a document: a file or a pasted text, read at once."""

from __future__ import annotations

from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from zakuro.flow.acting.take_in import take_in_content
from zakuro.flow.browsing.overview import occasions
from zakuro.flow.keeping.books import Books
from zakuro.model.errors import ZakuroError
from zakuro.portal.asked import Asked
from zakuro.portal.page import Elsewhere, Page
from zakuro.portal.site import Site

LARGEST = 50_000_000
"""Bytes of a document that can be added here."""

FIELDS = ("text", "published", "title", "occasion", "source")


def add(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page | Elsewhere:
    """Show the form, or take in what it brings and go on to its review."""
    said = ""
    given = {field: request.POST.get(field, "").strip() for field in FIELDS}
    if request.method == "POST":
        try:
            name = _take_in(site, books, given, request)
            return Elsewhere(asked.address(f"documents/{name}/review"))
        except ZakuroError as error:
            said = str(error)
    data = {"said": said, "fields": given, "occasions": list(occasions(books))}
    return Page("add.html", data, status=400 if said else 200)


def _take_in(site: Site, books: Books, given: dict[str, str], request: HttpRequest) -> str:
    file = request.FILES.get("file")
    if isinstance(file, UploadedFile):
        if (file.size or 0) > LARGEST:
            raise ZakuroError(f"The file is larger than {LARGEST // 1_000_000} MB.")
        content, file_name = file.read(), file.name
        source = given["source"] or file.name
    elif given["text"]:
        content, file_name = given["text"].replace("\r\n", "\n").encode(), None
        source = given["source"]
    else:
        raise ZakuroError("Choose a file, or paste a text.")
    taken = take_in_content(
        books,
        content,
        filed_by=site.person,
        published=day(given["published"]),
        title=given["title"] or None,
        occasion=given["occasion"] or None,
        source=source or None,
        file_name=file_name,
        retold=bool(request.POST.get("retold")),
    )
    return taken.name


def day(text: str) -> date | None:
    """Give the day in a field; None for an empty one, ZakuroError for what is no day."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ZakuroError(f"{text!r} is no day: write it as 2025-06-17.") from None
