import json
from pathlib import Path

from bench.quality_places import BELONGS, REPORT, measure

SAID = {kind: f"これは{kind}の言葉である" for kind in BELONGS}


def test_a_statement_of_each_kind_stands_where_it_belongs(tmp_path: Path) -> None:
    text, lines = "", []
    for kind, words in SAID.items():
        line = {"kind": kind, "start": len(text), "end": len(text) + len(words)}
        if kind == "pledge":
            line |= {"givers": ["CHN"], "receivers": ["KAZ"]}
        lines.append(json.dumps(line))
        text += f"{words}\n"
    lines.append(json.dumps({"kind": "optional", "start": 0, "end": 1}))
    for folder, name, content in (
        ("seed", f"{REPORT}.txt", text),
        ("gold", f"{REPORT}.jsonl", "\n".join(lines)),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(content, encoding="utf-8")
    (figure,) = measure(tmp_path)
    assert (figure.value, figure.cases) == (100.0, len(BELONGS))
