import builtins
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.made_up.demo import make_made_up
from tests.portal.demo_site import fetched, running
from zakuro.cli import main
from zakuro.cli.portal import has_screen


def test_books_are_served(tmp_path: Path) -> None:
    make_made_up(tmp_path / "demo.db").close()
    with running("serve", str(tmp_path / "demo.db"), "--as-of", "2026-06-30") as root:
        status, _, text = fetched(f"{root}/en/pledges/P-4")
    assert status == 200
    assert "CNY 1.5 billion" in text


def test_the_demo_is_served_as_of_its_day() -> None:
    with running("serve", "--demo") as root:
        status, _, text = fetched(f"{root}/en/")
    assert status == 200
    assert "5 September 2026" in text


def test_books_that_are_not_there_are_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["serve", str(tmp_path / "none.db")])
    assert done.exit_code == 1
    assert "none.db" in done.output
    assert "Traceback" not in done.output
    assert CliRunner().invoke(main, ["serve"]).exit_code == 1


def test_a_map_of_borders_that_cannot_be_read_is_said_before_anything_is_served(
    tmp_path: Path,
) -> None:
    other = tmp_path / "borders.json"
    other.write_text("{}")
    done = CliRunner().invoke(main, ["serve", "--demo", "--borders", str(other)])
    assert done.exit_code == 1
    assert "borders.json is no TopoJSON" in done.output
    assert "Serving" not in done.output


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(
        name: str,
        given: Mapping[str, object] | None = None,
        local: Mapping[str, object] | None = None,
        wanted: Sequence[str] | None = (),
        level: int = 0,
    ) -> object:
        if name.startswith("zakuro.portal"):
            raise ImportError("no granian", name="granian")
        return real(name, given, local, wanted, level)

    monkeypatch.setattr(builtins, "__import__", without)
    done = CliRunner().invoke(main, ["serve", str(tmp_path / "x.db")])
    assert done.exit_code == 1
    assert "zakuro[portal]" in done.output


def test_books_that_are_not_there_are_made_and_opened(tmp_path: Path) -> None:
    place = tmp_path / "new.db"
    with running("open", str(place), "--no-browser") as address:
        assert place.is_file()
        assert fetched(f"{address.split('/?')[0]}/en/")[0] == 403
    with running("open", str(place), "--no-browser") as address:
        assert "token=" in address


def test_who_has_no_screen_gets_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert not has_screen()
