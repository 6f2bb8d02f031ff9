import msgspec

from zakuro.flow.deciding.views import TextLine, WaitsFor


def test_a_view_travels_as_json() -> None:
    line = TextLine(name="X-1", title="T", sponsor="UZB", state="draft", why="it is", version=1)
    written = msgspec.json.encode(line)
    assert msgspec.json.decode(written, type=TextLine) == line
    assert b"until" not in written


def test_what_waits_names_everything() -> None:
    waits = WaitsFor(text="X-1", party="TKM", duty="asked", act="settle", why="b1 is open")
    assert msgspec.to_builtins(waits) == {
        "text": "X-1",
        "party": "TKM",
        "duty": "asked",
        "act": "settle",
        "why": "b1 is open",
    }
