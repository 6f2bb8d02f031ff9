import pytest

from zakuro.flow.checking import check
from zakuro.model.errors import ZakuroError


def test_a_text_gives_its_reading_and_findings() -> None:
    reading, findings = check("Japan will train judges in the six Central Asian countries.", "en")
    assert reading.language == "en"
    assert [finding.kind for finding in findings] == ["membership"]


def test_what_holds_no_text_is_refused() -> None:
    with pytest.raises(ZakuroError, match="nothing to read"):
        check(" \n", source="empty.txt")
