import pytest

from zakuro.model.errors import ZakuroError
from zakuro.portal.members.roles import PERMITTED, Actor, NotPermittedError, article, role_of


def test_who_speaks_for_whom() -> None:
    envoy = Actor(person="a@b.c", role="representative", party="KAZ")
    envoy.must("report", "KAZ")
    with pytest.raises(NotPermittedError, match="not for CHN"):
        envoy.must("report", "CHN")
    with pytest.raises(NotPermittedError, match="may not review"):
        envoy.must("review")
    assert not Actor(person="a", role="observer").speaks_for("")
    assert Actor(person="me", role="owner").speaks_for("CHN")


def test_nobody_but_an_administrator_invites() -> None:
    assert [role for role, deeds in PERMITTED.items() if "invite" in deeds] == ["administrator"]


def test_roles_by_name() -> None:
    assert role_of("chair") == "chair"
    assert article("observer") == "an observer"
    with pytest.raises(ZakuroError, match="no role"):
        role_of("owner")
