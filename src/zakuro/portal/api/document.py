"""The read API as an OpenAPI document, made from the table of the pages themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from typing import Any

from django.http import HttpRequest, JsonResponse

from zakuro.portal.api.parameters import AS_OF
from zakuro.portal.api.schemas import Schema, Schemas
from zakuro.portal.publishing.links import LEFT_OUT
from zakuro.portal.router import READ, Reading
from zakuro.words.catalogue import LOCALES

CONTENT: Mapping[str, str] = {
    "json": "application/json",
    "csv": "text/csv",
    "svg": "image/svg+xml",
    "atom": "application/atom+xml",
    "ics": "text/calendar",
    "": "text/plain",
}
"""The type of each form; the last is a text that has one form only."""

_NAMES = {
    "name": "Its name in these books.",
    "code": "A party or group: its ISO 3166-1 alpha-3 code, or the name of the group.",
    "topic": "A topic; blanks of its name stand as `-`.",
    "summit": "A summit; blanks of its name stand as `-`.",
}
_GROUP = re.compile(r"\(\?P<(\w+)>((?:\[[^\]]*\]|[^()\[])+)\)")
_LANGUAGE = {
    "name": "language",
    "in": "path",
    "required": True,
    "description": "The language of names and labels; what was said stays in its own.",
    "schema": {"type": "string", "enum": list(LOCALES)},
}
_ERROR = "ErrorSaid"


def openapi(request: HttpRequest) -> JsonResponse:
    """Answer with the document."""
    return JsonResponse(document(), json_dumps_params={"indent": 1})


@cache
def document() -> dict[str, Any]:
    """Give the OpenAPI document of every page that anyone may read."""
    schemas = Schemas()
    paths = {path: {"get": what} for each in READ for path, what in _operations(each, schemas)}
    return _whole_document(paths, schemas)


def static_document(languages: Sequence[str]) -> dict[str, Any]:
    """Give the document of static files in some languages: nothing can be asked of them."""
    schemas = Schemas()
    paths = {}
    for each in READ:
        if any(ask.name in LEFT_OUT for ask in each.asks):
            continue
        for path, what in _operations(each, schemas):
            named = [one for one in what["parameters"] if one["in"] == "path"]
            named[0] = {**named[0], "schema": {"type": "string", "enum": list(languages)}}
            answers = {code: what["responses"][code] for code in ("200", "404")}
            answers["404"] = {"description": answers["404"]["description"]}
            # A text without an ending of its own is a file with one (links.file_of).
            name = path if each.gives is not None else f"{path}.txt"
            paths[name] = {"get": {**what, "parameters": named, "responses": answers}}
    # Relative to where the document stands, for the files may stand in any folder of a host.
    return {**_whole_document(paths, schemas), "servers": [{"url": "."}]}


def _whole_document(paths: Mapping[str, Any], schemas: Schemas) -> dict[str, Any]:
    error = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "zakuro: the read API",
            "version": version("zakuro"),
            "description": (
                "Every page of the portal as data. Amounts and decimals are strings, days are "
                "written 2026-06-30. What states said stays in the language in which it was "
                "published. That something is recorded does not endorse it."
            ),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {"schemas": {**schemas.components, _ERROR: error}},
    }


def _operations(reading: Reading, schemas: Schemas) -> list[tuple[str, dict[str, Any]]]:
    """Give the address and the description of a page in each of its forms."""
    path = _GROUP.sub(r"{\1}", reading.pattern)
    if reading.gives is None:
        return [(f"/{{language}}/{path}", _operation(reading, "", {"type": "string"}))]
    found = []
    for form in ("json", *reading.forms):
        schema = _whole(schemas.of(reading.gives)) if form == "json" else {"type": "string"}
        stem = f"{path}index" if path.endswith("/") or not path else path
        found.append((f"/{{language}}/{stem}.{form}", _operation(reading, form, schema)))
    return found


def _whole(data: Schema) -> Schema:
    """Give the schema of a page's data with what every page says beside it."""
    beside = {
        "type": "object",
        "properties": {
            "as_of": {"type": "string", "format": "date"},
            "books": {"type": "string"},
        },
        "required": ["as_of", "books"],
    }
    return {"allOf": [beside, data]}


def _operation(reading: Reading, form: str, schema: Schema) -> dict[str, Any]:
    says = (reading.view.__doc__ or "").partition("\n")[0]
    # Whatever is asked for as JSON is answered so, what is wrong with it too.
    trouble: Schema = {"text/html": {"schema": {"type": "string"}}}
    if form == "json":
        trouble = {CONTENT[form]: {"schema": {"$ref": f"#/components/schemas/{_ERROR}"}}}
    return {
        "operationId": f"{reading.view.__name__}_{form or 'text'}",
        "summary": says,
        "parameters": [_LANGUAGE, *_named(reading), AS_OF, *_asked(reading)],
        "responses": {
            "200": {"description": says, "content": {CONTENT[form]: {"schema": schema}}},
            "400": {"description": "What was asked cannot be read.", "content": trouble},
            "404": {"description": "There is no such thing.", "content": trouble},
        },
    }


def _named(reading: Reading) -> Sequence[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": _NAMES[name],
            "schema": {"type": "string", "pattern": f"^{pattern}$"},
            "example": reading.example,
        }
        for name, pattern in _GROUP.findall(reading.pattern)
    ]


def _asked(reading: Reading) -> list[dict[str, Any]]:
    return [each.described() for each in reading.asks]
