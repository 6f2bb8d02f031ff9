from pathlib import Path

from tests.cli.conftest import Run


def test_activities_are_printed_or_written(opened: Run) -> None:
    assert "<iati-identifier>ZAKURO-EXAMPLE.ORG-SIX-P-1<" in opened("iati").output
    opened("iati", "--org", "XI-EX-1", "--org-name", "Us", "--output", "a.xml")
    assert "<narrative>Us</narrative>" in Path("a.xml").read_text("utf-8")
    assert "no organisation identifier" in opened("iati", "--org", "a/b", ok=False).output
