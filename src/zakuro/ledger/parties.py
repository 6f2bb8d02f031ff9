"""Who owes whom: groups spelled out, and the debts that a pledge opens between parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zakuro.model import vocabulary
from zakuro.model.acts import Pledge
from zakuro.model.statement import Statement

_CODE = re.compile(r"\b[A-Z]{2,5}\b")

Groups = Mapping[str, tuple[str, ...]]
EVERYONE = "M49:001"
"""The World of UN M49: to whom a pledge is owed that names no receiver."""


def expand(codes: Iterable[str], groups: Groups) -> tuple[str, ...]:
    """Give the parties behind ``codes``: each group replaced by its members, each party once.

    A group whose members are not kept stands for itself.
    """
    return tuple(dict.fromkeys(party for code in codes for party in groups.get(code) or (code,)))


def label(parties: Iterable[str], groups: Groups) -> str:
    """Give the one name of a set of parties: its code, its group's, or its codes joined by +."""
    members = expand(parties, groups)
    if len(members) == 1:
        return members[0]
    wanted = set(members)
    for code, group in groups.items():
        if set(group) == wanted:
            return code
    return "+".join(sorted(wanted)) or EVERYONE


def named(codes: Iterable[str], groups: Groups) -> dict[str, tuple[str, ...]]:
    """Give the groups, with their members, that ``codes`` name or exactly make up."""
    codes = tuple(codes)
    members = set(expand(codes, groups))
    return {
        code: tuple(group)
        for code, group in groups.items()
        if group and (code in codes or set(group) == members)
    }


def each_to_the_others(givers: Iterable[str], receivers: Iterable[str], groups: Groups) -> bool:
    """Tell whether the receivers are, for each of several givers, all the others of them."""
    all_, owed = set(expand(givers, groups)), set(receivers)
    # Most pledges have one giver; naming a set of parties asks every group, list by list.
    return len(all_) == len(owed) > 1 and owed == {label(all_ - {one}, groups) for one in all_}


def spoken_by(statement: Statement) -> tuple[str, ...]:
    """Give the parties whose word a statement is, by its speaker (``Xi Jinping (CHN)``)."""
    known = vocabulary.territories().keys() | vocabulary.unions()
    return tuple(code for code in _CODE.findall(statement.speaker or "") if code in known)


def _sides(codes: Iterable[str], groups: Groups) -> tuple[str, ...]:
    """Give who promise something among themselves: a union that acts itself is one of them."""
    apart = [(code,) if code in vocabulary.unions() else expand((code,), groups) for code in codes]
    return tuple(dict.fromkeys(party for parties in apart for party in parties))


@dataclass(frozen=True, slots=True)
class Debt:
    """One side's debt to another: the names of the two accounts, and who speaks for each."""

    giver: str
    givers: tuple[str, ...]
    receiver: str
    receivers: tuple[str, ...]

    @property
    def to_group(self) -> bool:
        """Whether the receivers share one account, to be allotted."""
        return self.receiver not in self.receivers


def debts(pledge: Pledge) -> tuple[Debt, ...]:
    """Give the debts of a pledge: one; one to each receiver; or one by each party to the others.

    What several promise together they owe as one to themselves as one.
    """
    groups = pledge.groups
    unions = (code for code in pledge.givers if code in vocabulary.unions())
    givers = tuple(dict.fromkeys((*unions, *expand(pledge.givers, groups))))
    receivers = expand(pledge.receivers, groups) or (EVERYONE,)
    if pledge.together:
        all_ = _sides((*pledge.givers, *pledge.receivers), groups)
        name = "+".join(dict.fromkeys((*pledge.givers, *pledge.receivers)))
        return (Debt(name, all_, name, all_),)
    if pledge.reciprocal:
        parties = _sides((*pledge.givers, *pledge.receivers), groups)
        others = {one: tuple(other for other in parties if other != one) for one in parties}
        return tuple(Debt(one, (one,), label(others[one], groups), others[one]) for one in parties)
    by = label(givers, groups)
    if pledge.each:
        return tuple(Debt(by, givers, receiver, (receiver,)) for receiver in receivers)
    return (Debt(by, givers, label(receivers, groups), receivers),)
