from collections.abc import Callable

import pytest
from django.http import HttpRequest

from zakuro.portal.members.entrance import acting, turned_away
from zakuro.portal.members.roles import Deed
from zakuro.portal.site import Site


@pytest.mark.parametrize("deeds", [None, (), ("add",)])
def test_the_person_at_this_machine_is_turned_away_nowhere(
    deeds: tuple[Deed, ...] | None, settings_of: Callable[[Site], None]
) -> None:
    site = Site(books="b.db", mode="open", person="me")
    settings_of(site)
    who = acting(site, HttpRequest())
    assert who is not None
    assert who.person == "me"
    assert turned_away(site.of(who), HttpRequest(), deeds) is None


def test_a_reader_is_nobody(settings_of: Callable[[Site], None]) -> None:
    settings_of(Site(books="b.db"))
    assert acting(Site(books="b.db"), HttpRequest()) is None
