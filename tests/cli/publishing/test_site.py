import json
from pathlib import Path

from tests.cli.conftest import Run


def test_books_become_a_site(opened: Run) -> None:
    opened("key", "make", "log.pem")
    found = opened("publish", "site", "--language", "ru", "--as-of", "2026-06-30",
                   "--key", "log.pem").output  # fmt: skip
    assert "files in site" in found
    assert Path("site/ru/pledges/P-4/index.html").is_file()
    assert Path("site/log/checkpoint").is_file()
    again = json.loads(
        opened("publish", "site", "--language", "ru", "--as-of", "2026-06-30",
               "--format", "json").output
    )  # fmt: skip
    assert (again["written"], again["removed"]) == (0, 0)


def test_another_folder_is_left_alone(opened: Run) -> None:
    Path("mine").mkdir()
    Path("mine/letter.txt").write_text("dear")
    assert "give an empty folder" in opened("publish", "mine", ok=False).output
    assert "is no address" in opened("publish", "site", "--address", "x.test", ok=False).output
