"""How many members a group has, against how many the text gives it."""

from __future__ import annotations

from collections.abc import Iterator

from zakuro.check.paper import Paper
from zakuro.model.finding import Finding
from zakuro.model.statement import Mention
from zakuro.model.vocabulary import expand, groups, party_label, unions

_COUNTRY = "{country}"
_MEMBER = "{member}"
_HEADS = ("{leader}", "{head_of_state}")
_GAP = 12
"""Characters that may join a party to the next one: "and", "and the", と, と中."""
_WORD = 12
"""Characters of a short word that joins a number to a group, with its blanks: of the."""
_STOPS = frozenset(",.;:!?()[]、。，；：！？（）「」\n")


def members_of_a_group(paper: Paper) -> Iterator[Finding]:
    """Z101: a number of countries that belongs to a group, against the group's members.

    Silent on numbers no greater than the group, which may count a part of it, and on equal ones
    unless another place differs.
    """
    counted = [(count, group) for count in _counts(paper) if (group := _group_of(paper, count))]
    for count, group in counted:
        size = len(expand((group.code or "",)))
        value = int(count.value or 0)
        if value <= size:
            continue
        agreeing = [
            (other, named)
            for other, named in counted
            if named.code == group.code and other.value == size
        ]
        name = party_label(group.code or "")
        others = _named_before(paper, min(count, group, key=lambda each: each.start))
        joined = expand([*(other.code or "" for other in others), group.code or ""])
        where = (
            paper.place(count, group),
            *(paper.place(other, named) for other, named in agreeing),
        )
        alone = (
            f"read as {value} of {name}, it conflicts with its {size} members"
            f"{' and with the ' + str(size) + ' of other lines' if agreeing else ''}"
        )
        if len(joined) == value and others:
            both = " and ".join(party_label(each.code or "") for each in (*others, group))
            says = f"{alone}; read as {both} together, {_sum(others, group)} = {value}, it agrees"
            yield Finding(
                kind="membership", verdict="ambiguous", says=says, where=where, rule="Z101"
            )
        elif (group.code or "").endswith(str(size)):
            yield Finding(
                kind="membership", verdict="conflict", says=alone, where=where, rule="Z101"
            )
        else:
            says = f"{name} has {size} members as kept here, and the text counts {value}"
            yield Finding(
                kind="membership", verdict="cannot tell", says=says, where=where, rule="Z101"
            )


def number_near_a_group(paper: Paper) -> Iterator[Finding]:
    """Z103: a number of countries, members or leaders a word from a group's name: the G7's nine.

    Silent on numbers no greater than the group or more than twice as great, and where more than a
    word stands between.  It cannot tell: the group may be named beside other countries.
    """
    known = _groups(paper)
    for count in _counts(paper, _COUNTRY, _MEMBER, *_HEADS):
        if not known or _group_of(paper, count):
            continue
        for group in known:
            first, last = sorted((group, count), key=lambda each: each.start)
            gap = paper.between(first, last)
            size, value = len(expand((group.code or "",))), int(count.value or 0)
            if not 0 < len(gap) <= _WORD or _STOPS & set(gap) or not size < value <= 2 * size:
                continue
            name = party_label(group.code or "")
            yield Finding(
                kind="membership",
                verdict="cannot tell",
                says=f"“{count.exact}” beside {name}, which has {size} members as kept here",
                where=(paper.place(count, group),),
                rule="Z103",
            )


def countries_together(paper: Paper) -> Iterator[Finding]:
    """Z102: a bare number of countries that the parties named beside it add up to.

    Silent where they do not: a text need not name all whom it counts.
    """
    told: set[tuple[int, tuple[str, ...]]] = set()
    for count in _counts(paper):
        if _group_of(paper, count):
            continue
        value = int(count.value or 0)
        for group in _groups(paper):
            if paper.block_at(group.start) != paper.block_at(count.start):
                continue
            others = _named_before(paper, group)
            joined = expand([*(other.code or "" for other in others), group.code or ""])
            key = (value, tuple(sorted(joined)))
            if not others or len(joined) != value or key in told or not _sized(paper, group):
                continue
            told.add(key)
            both = " and ".join(party_label(each.code or "") for each in (*others, group))
            yield Finding(
                kind="membership",
                verdict="consistent",
                says=f"{both} are the {value} countries: {_sum(others, group)} = {value}",
                where=(paper.place(count), paper.place(*others, group)),
                rule="Z102",
            )


def _counts(paper: Paper, *units: str) -> list[Mention]:
    return [
        mention
        for mention in paper.mentions("count")
        if mention.unit in (units or (_COUNTRY,))
        and mention.bound == "exact"
        and mention.value is not None
        and mention.value == int(mention.value)
    ]


def _groups(paper: Paper) -> list[Mention]:
    """The mentions of groups of states whose members are kept."""
    return [
        mention
        for mention in paper.mentions("party")
        if mention.code and mention.code not in unions() and groups().get(mention.code)
    ]


def _group_of(paper: Paper, count: Mention) -> Mention | None:
    """The group whose name the number of countries stands in, or touches."""
    for group in [*_groups(paper), *_unions(paper)]:
        apart = max(group.start, count.start) - min(group.end, count.end)
        first, last = sorted((group, count), key=lambda each: each.start)
        if apart <= 0 or (apart == 1 and paper.between(first, last).isspace()):
            return group
    return None


def _unions(paper: Paper) -> list[Mention]:
    return [m for m in paper.mentions("party") if m.code in unions() and groups().get(m.code or "")]


def _sized(paper: Paper, group: Mention) -> bool:
    """Whether the name of a group is given with its number."""
    return any(_group_of(paper, count) == group for count in _counts(paper))


def _named_before(paper: Paper, group: Mention) -> list[Mention]:
    """The state that is joined to a group by few letters before it, as in "China and …"."""
    before = [
        party
        for party in paper.mentions("party")
        if party.end <= group.start and party.start >= group.start - 60
    ]
    if not before:
        return []
    gap = paper.between(before[-1], group)
    near = 0 < len(gap) <= _GAP and not _STOPS & set(gap)
    outside = before[-1].code not in expand((group.code or "",))
    return [before[-1]] if near and outside else []


def _sum(others: list[Mention], group: Mention) -> str:
    return " + ".join(str(len(expand((each.code or "",)))) for each in (*others, group))
