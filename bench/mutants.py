"""Small changes of the code that its own tests must notice: how many do, room by room.

python -m bench.mutants                           300 mutants of each room (make mutants)
python -m bench.mutants --room ledger --count 60  fewer, of one room
python -m bench.mutants --room ledger --at ledger/account.py:125

A seed draws the mutants of a room from all that the operators below make, always the same ones.
Each is written into a copy of the package, and the room's tests run on it, those that mirror the
file first, until one fails: killed, or else it survives.  Whoever reads the list of survivors says
of each why it is equal to what it changed, or writes the test that was missing.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "zakuro"
SEED = 20261128
COUNT = 300
PATIENCE, LEAST = 5, 60
"""A mutant that takes so many times what the tests take without it, and at least so many seconds,
does not end, and counts as noticed."""

ROOMS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "ledger": (("ledger",), ("tests/ledger",)),
    "decide": (("decide",), ("tests/decide",)),
    "journal": (("journal",), ("tests/journal",)),
    "acting": (("flow/acting",), ("tests/flow/acting",)),
    "looking": (("flow/looking", "flow/browsing"), ("tests/flow/looking", "tests/flow/browsing")),
}
"""Each room: the folders of its code, and the folders of its own tests."""

LEFT_OUT = "not postgresql and not kill and not crash"
"""Servers and killed processes are too slow to be asked by every mutant."""

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}


ASKED_ELSEWHERE = ("postgresql_engine.py",)
"""What only a server's tests ask."""


class Mutant(NamedTuple):
    """One change: in which file (below the package) and line, by which operator, from and to."""

    file: str
    line: int
    operator: str
    before: str
    after: str
    start: int
    end: int


class Told(NamedTuple):
    """What became of a mutant: killed by which test, or ``survived``; and after how long."""

    mutant: Mutant
    killed_by: str
    seconds: float


def changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Give what each operator makes of one node."""
    if isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            other = copy.deepcopy(node)
            other.ops[place] = _COMPARED[type(op)]()
            yield "comparison", other
    elif isinstance(node, ast.BoolOp):
        other_bool = copy.deepcopy(node)
        other_bool.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        yield "and-or", other_bool
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not", node.operand
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _CALCULATED:
        other_op = copy.deepcopy(node)
        other_op.op = _CALCULATED[type(node.op)]()
        yield "arithmetic", other_op
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield "truth", ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield "number", ast.Constant(node.value + 1)
    elif isinstance(node, ast.Return) and node.value is not None:
        if not (isinstance(node.value, ast.Constant) and node.value.value is None):
            yield "return", ast.Return(ast.Constant(None))
    elif isinstance(node, ast.If | ast.IfExp):
        other_if = copy.deepcopy(node.test)
        yield "condition", ast.UnaryOp(ast.Not(), other_if)
    elif (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)) or isinstance(
        node, ast.Delete
    ):
        yield "statement", ast.Pass()


def _skipped(tree: ast.Module) -> set[int]:
    """Give the nodes that say only of what type something is."""
    found: set[int] = set()
    for node in ast.walk(tree):
        parts: list[ast.AST | None] = []
        if isinstance(node, ast.AnnAssign):
            parts = [node.annotation]
        elif isinstance(node, ast.FunctionDef):
            arguments = (*node.args.args, *node.args.kwonlyargs, *node.args.posonlyargs)
            parts = [node.returns, *(a.annotation for a in arguments)]
            # A decorator such as @dataclass(slots=True) changes no result.
            parts += node.decorator_list
        elif isinstance(node, ast.ClassDef):
            parts = [*node.decorator_list, *(k.value for k in node.keywords)]
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
            parts = [node]
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            parts = [node.test, node]
        elif isinstance(node, ast.JoinedStr):
            # Before Python 3.12 places within these are not those of the file.
            parts = [node]
        for part in parts:
            if part is not None:
                found.update(id(inner) for inner in ast.walk(part))
    return found


def mutants_of(source: str, file: str) -> list[Mutant]:
    """Give every mutant that the operators make of a file's source, in order of their places."""
    tree = ast.parse(source)
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode()))
    raw, skipped = source.encode(), _skipped(tree)
    found = []
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        for operator, other in changes(node):
            place: Any = node.test if operator == "condition" else node  # type: ignore[attr-defined]
            start = starts[place.lineno - 1] + place.col_offset
            end = starts[place.end_lineno - 1] + place.end_col_offset
            written = ast.unparse(ast.fix_missing_locations(other))
            if isinstance(other, ast.expr):
                written = f"({written})"
            before = raw[start:end].decode()
            found.append(Mutant(file, place.lineno, operator, before, written, start, end))
    return sorted(found, key=lambda one: (one.start, one.end, one.operator, one.after))


def all_of(room: str) -> list[Mutant]:
    """Give every mutant of a room."""
    folders, _ = ROOMS[room]
    every = (path for folder in folders for path in (SOURCE / folder).rglob("*.py"))
    files = sorted(path for path in every if path.name not in ASKED_ELSEWHERE)
    return [
        mutant
        for path in files
        for mutant in mutants_of(path.read_text("utf-8"), str(path.relative_to(SOURCE)))
    ]


def drawn(room: str, count: int) -> list[Mutant]:
    """Give the mutants of a room that the seed draws; all where there are fewer."""
    every = all_of(room)
    if count >= len(every):
        return every
    return sorted(random.Random(f"{SEED} {room}").sample(every, count))


def mirrored(file: str, folders: tuple[str, ...]) -> list[str]:
    """Give the tests to run on a mutant of a file: those that mirror it, then the room's."""
    path = Path(file)
    own = Path("tests") / path.parent / f"test_{path.name}"
    first = [str(own)] if (ROOT / own).exists() else []
    return [*first, *folders]


def tests_of(file: str, room: str, *, own: bool) -> list[str]:
    """Give the tests to run on a mutant; with ``own`` those alone that mirror its file, if any."""
    tests = mirrored(file, ROOMS[room][1])
    return tests[:1] if own else tests


def run_tests(package: Path, tests: list[str], report: Path) -> None:
    """Run tests in this process on the package in another place; write down which test failed."""
    import pytest

    class First:
        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            if report.failed:
                written.write_text(report.nodeid, "utf-8")

        def pytest_collectreport(self, report: pytest.CollectReport) -> None:
            if report.failed:
                written.write_text(f"loading {report.nodeid}", "utf-8")

    written = report
    sys.path.insert(0, str(package))
    sys.dont_write_bytecode = True
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    options = ["-x", "-q", "-p", "no:cacheprovider", "-k", LEFT_OUT]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    code = pytest.main([*options, *tests], plugins=[First()])
    # Five says that no test was asked.
    os._exit(0 if code in (0, 5) else 1)


def ask(mutant: Mutant, tests: list[str], package: Path, longest: float) -> Told:
    """Write a mutant into the copy of the package, run the tests on it, and put it back.

    Each place of ``tests`` is asked in turn, until one notices; or ``longest`` seconds have passed.
    """
    target = package / "zakuro" / mutant.file
    original = target.read_bytes()
    changed = original[: mutant.start] + mutant.after.encode() + original[mutant.end :]
    report = package / "failed"
    report.unlink(missing_ok=True)
    begun = time.monotonic()
    target.write_bytes(changed)
    killed = ""
    try:
        for place in tests:
            killed = killed or _asked(place, package, report, longest)
    finally:
        target.write_bytes(original)
    return Told(mutant, killed, time.monotonic() - begun)


def _asked(place: str, package: Path, report: Path, longest: float) -> str:
    """Give the test in a place that fails on the package as it is; "" where none does."""
    child = os.fork()
    if child == 0:
        try:
            os.setpgrp()
            run_tests(package, [place], report)
        except BaseException as error:  # noqa: BLE001 - the parent reads it
            report.write_text(f"{error!r}", "utf-8")
        finally:
            os._exit(1)
    code = _wait(child, time.monotonic() + longest)
    if code is None:
        return "does not end"
    if code == 0:
        return ""
    return report.read_text("utf-8") if report.exists() else "fails"


def _wait(child: int, until: float) -> int | None:
    """Give the exit status of a process that was begun here; end it if it takes too long."""
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(0.05)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def preload() -> None:
    """Load what all tests need, except the package itself."""
    import hypothesis  # noqa: F401
    import psycopg  # noqa: F401
    import pytest  # noqa: F401

    for name in [name for name in sys.modules if name.split(".")[0] in {"zakuro", "tests"}]:
        del sys.modules[name]


def main() -> None:
    """Ask the mutants, print each that survives, and the share that was killed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--room", choices=ROOMS, action="append")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--at", action="append", default=[], metavar="FILE:LINE")
    parser.add_argument(
        "--own", action="store_true", help="Only the tests that mirror the file: a lower bound."
    )
    parser.add_argument("--json", type=Path, help="Write what became of each into this file.")
    given = parser.parse_args()
    preload()
    os.chdir(ROOT)
    told: list[tuple[str, Told]] = []
    with tempfile.TemporaryDirectory() as place:
        package = Path(place)
        shutil.copytree(SOURCE, package / "zakuro", ignore=shutil.ignore_patterns("__pycache__"))
        for room in given.room or ("ledger", "decide", "journal"):
            chosen = drawn(room, given.count)
            if given.at:
                chosen = [m for m in all_of(room) if f"{m.file}:{m.line}" in given.at]
            first = SOURCE / chosen[0].file
            same = Mutant(chosen[0].file, 0, "none", "", first.read_text("utf-8"), 0, 10**9)
            whole = ask(same, tests_of(same.file, room, own=given.own), package, 10**6)
            if whole.killed_by:
                raise SystemExit(f"The tests of {room} fail without a mutant: {whole.killed_by}")
            print(f"{room}: its tests take {whole.seconds:.0f} s", flush=True)
            longest = max(LEAST, PATIENCE * whole.seconds)
            mine = []
            for mutant in chosen:
                one = ask(mutant, tests_of(mutant.file, room, own=given.own), package, longest)
                mine.append(one)
                print(f"{len(mine)}/{len(chosen)} {mutant.file}:{mutant.line}", file=sys.stderr)
                if not one.killed_by:
                    print(f"{mutant.file}:{mutant.line}  {mutant.operator}")
                    print(f"    - {mutant.before}\n    + {mutant.after}", flush=True)
            killed = sum(bool(one.killed_by) for one in mine)
            share = 100 * killed / len(mine) if mine else 0
            print(f"{room}: {killed} of {len(mine)} killed, {share:.1f} %", flush=True)
            told += [(room, one) for one in mine]
    if given.json:
        rows = [
            {"room": room, **one.mutant._asdict(), "killed_by": one.killed_by,
             "seconds": round(one.seconds, 1)}
            for room, one in told
        ]  # fmt: skip
        given.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main()
