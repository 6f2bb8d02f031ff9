import subprocess
import sys
from pathlib import Path

from zakuro.portal.site import Site, hand_over


def test_a_worker_finds_the_site_that_was_handed_over(demo_books: Path) -> None:
    hand_over(Site(books=str(demo_books), secret="s"))
    code = "from zakuro.portal.serving.wsgi import application; print(application.application)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "WSGIHandler" in done.stdout, done.stderr
