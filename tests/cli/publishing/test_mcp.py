"""The server tried with the SDK's own client, over a real pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from tests.cli.conftest import Run


async def _ask(questions: list[tuple[str, dict[str, Any]]]) -> tuple[list[str], list[Any]]:
    command = str(Path(sys.executable).parent / "zakuro")
    given = StdioServerParameters(
        command=command,
        args=["mcp", "--books", "books.db", "--as-of", "2026-06-30"],
        env=dict(os.environ),
        cwd=Path.cwd(),
    )
    async with (
        stdio_client(given) as (incoming, outgoing),
        ClientSession(incoming, outgoing) as session,
    ):
        await session.initialize()
        tools = (await session.list_tools()).tools
        assert all(tool.annotations and tool.annotations.readOnlyHint for tool in tools)
        answers = [await session.call_tool(name, asked) for name, asked in questions]
    return [tool.name for tool in tools], answers


def test_an_assistant_asks_and_every_answer_has_its_words(opened: Run) -> None:
    text = "China will provide 3,000 training places in 2026."
    tools, answers = anyio.run(
        _ask,
        [
            ("list_pledges", {"giver": "CHN", "topic": "training"}),
            ("show_pledge", {"name": "p-3"}),
            ("search_words", {"words": "yuan"}),
            ("read_text", {"text": text, "published": "2025-06-17"}),
            ("check_text", {"text": text, "language": "en"}),
            ("show_pledge", {"name": "P-99"}),
            ("list_pledges", {"standing": "splendid"}),
            ("list_pledges", {"as_of": "yesterday"}),
        ],
    )
    assert tools == ["read_text", "check_text", "list_pledges", "show_pledge", "search_words"]
    listed, shown, places, read, checked, *wrong = answers
    (pledge,) = json.loads(listed.content[0].text)["pledges"]
    assert pledge["name"] == "P-4"
    assert pledge["span"]["exact"] == "3,000 training places over the next two years"
    account = json.loads(shown.content[0].text)
    assert (account["span"]["document"], account["span"]["statement"]) == ("D-1", "D-1:s3")
    assert account["entries"][0]["span"]["exact"] == account["span"]["exact"]
    assert account["outlook"]
    assert json.loads(places.content[0].text)["places"][0]["name"] == "P-3"
    said = json.loads(read.content[0].text)["statements"]
    assert [text[one["start"] : one["end"]] for one in said] == [one["exact"] for one in said]
    assert said
    assert json.loads(checked.content[0].text)["language"] == "en"
    for answer, words in zip(wrong, ("no pledge P-99", "no standing", "is no day"), strict=True):
        assert answer.isError
        assert words in answer.content[0].text


def test_books_that_are_not_there_are_said_at_once(
    zakuro: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ZAKURO_BOOKS", raising=False)
    assert "Say which books" in zakuro("mcp", ok=False).output


def test_it_ends_quietly_when_the_assistant_goes(opened: Run) -> None:
    command = [str(Path(sys.executable).parent / "zakuro"), "mcp", "--books", "books.db"]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
