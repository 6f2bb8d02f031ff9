"""The house keeps its shape: every source file has its tests, none grows too long."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "zakuro"
LONGEST = 450
GIVEN_NAMES_ONLY = {"__init__.py", "__main__.py"}
"""Files that hold a docstring and names passed on; what they pass on is tested where it stands."""


def sources() -> list[Path]:
    return sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))


def file_of_tests(path: Path) -> Path:
    """Where the tests of a source file are; a package's own are named after the package."""
    name = (SOURCE / path).parent.name if path.name == "__init__.py" else path.stem
    return ROOT / "tests" / path.parent / f"test_{name}.py"


def defines(path: Path) -> bool:
    """Whether a source file defines anything, rather than hold a docstring and pass names on."""
    text = (SOURCE / path).read_text(encoding="utf-8")
    return re.search(r"^\s*(class|def|async def) ", text, re.M) is not None


def test_every_source_file_has_its_test_file() -> None:
    missing = [
        str(path)
        for path in sources()
        if not file_of_tests(path).is_file()
        and not (path.name in GIVEN_NAMES_ONLY and not defines(path))
    ]
    assert missing == []


def test_no_source_file_is_too_long() -> None:
    lengths = {str(path): len((SOURCE / path).read_bytes().splitlines()) for path in sources()}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_test_is_switched_off() -> None:
    # Put together here so that this file does not find itself.
    switch = re.compile(r"pytest\." + r"(skip|xfail|importorskip|mark\.(skip|skipif|xfail))\b")
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "tests").rglob("*.py")
        if switch.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_lock_pins_every_requirement_with_hashes_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    entries = re.split(r"\n(?=[a-z])", lock.strip())
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    pinned = {entry.split("==")[0].split("[")[0] for entry in entries}
    metadata = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = set(re.findall(r'^ {4}"([a-z0-9-]+)(?:\[\w+\])?>=', metadata, re.M))
    assert len(asked) > 10
    assert asked <= pinned
