import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.cli.terminal import bar, bare, guarded, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b]0;title\x07", "\\u001b]0;title\\u0007"),
        ("\x1b[8mhidden", "\\u001b[8mhidden"),
        ("\x1b[1mbold\x1b[0m", "\x1b[1mbold\x1b[0m"),
        ("a\u202eb\x9bc\rd", "a\\u202eb\\u009bc\\u000dd"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("bad\udcff", "bad\\udcff"),
    ],
)
def test_what_steers_a_terminal_is_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


@given(st.text())
def test_json_says_the_same_when_shown(text: str) -> None:
    line = json.dumps(text, ensure_ascii=False)
    assert json.loads(shown(line)) == text


def test_all_that_is_printed_is_shown_until_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    with guarded():
        sys.stdout.write("\x1b]0;\x07")
        sys.stderr.writelines(["\u202e"])
        bare(sys.stdout).write("\x07")
    assert (out.getvalue(), err.getvalue()) == ("\\u001b]0;\\u0007\x07", "\\u202e")
    assert sys.stdout is out
    assert bare(out) is out


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "drawn"), [(Terminal(), True), (io.StringIO(), False)])
def test_a_bar_is_drawn_only_on_a_terminal(
    stream: io.StringIO, drawn: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with bar("publishing") as told:
        told(1, 4)
        told(4, 4)
    assert ("publishing" in stream.getvalue()) is drawn
