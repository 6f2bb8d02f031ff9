"""The code against the rules written a second time: every state, every move, the same answer.

Both go through all interleavings side by side.  A state of the search is the model's state together
with all that the code can tell of its own, so that no path is taken for another's.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest

from tests.decide.plain_rules import (
    PERIOD,
    WINDOW,
    Move,
    Text,
    World,
    after,
    alphabet,
    start,
    what_cannot_be,
)
from zakuro.decide.decision import Bracket, Decision
from zakuro.decide.fold import apply, begin
from zakuro.decide.rules import rules_of
from zakuro.model import decisions as acts
from zakuro.model.acts import Charter, body_of, kind_of
from zakuro.model.entry import Author, Entry
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Record

BEGUN = datetime(2026, 12, 1, tzinfo=UTC)
STEP = timedelta(hours=24)
NAMES = ("KAZ", "KGZ", "TJK", "TKM")
FINAL = ("adopted", "withdrawn")


def share(limit: tuple[int, int] | None) -> str | None:
    return None if limit is None else f"{limit[0]}/{limit[1]}"


def charter_of(world: World) -> Charter:
    return Charter(
        members=NAMES[: world.members],
        languages=("en",),
        procedure=acts.Procedure(
            chair=acts.Office(order=(NAMES[world.chair],)),
            minimum_hours=PERIOD * 24,
            quorum=share(world.quorum),
            abstention=share(world.abstention),
            non_participation=share(world.staying_out),
            minus_one=world.concerned is not None,
            challenge_days=WINDOW,
        ),
    )


@dataclass
class Code:
    """The code's side of one text: the decision and the moment."""

    world: World
    decision: Decision
    now: datetime = BEGUN

    @classmethod
    def begin(cls, world: World) -> Code:
        concerns = None if world.concerned is None else NAMES[world.concerned]
        act = acts.Text(title="T", language="en", sha256="v1", concerns=concerns)
        entry = _entry(1, BEGUN, NAMES[world.sponsor], act)
        return cls(world, begin(entry, rules_of(charter_of(world))))

    def answers(self, moves: list[Move]) -> Iterator[tuple[Move, Code | None]]:
        """The code's side after each move; None where it refuses it, which leaves no trace."""
        tried = self._copy()
        for move in moves:
            if move.act == "step":
                yield move, Code(self.world, self.decision, self.now + STEP)
                continue
            number = tried.last.number + 1
            try:
                apply(tried, _entry(number, self.now, NAMES[move.by], self._act(move)))
            except RefusedError:
                yield move, None
                continue
            yield move, Code(self.world, tried, self.now)
            tried = self._copy()
        assert tried == replace(self.decision, entries={}), "a refused act left a trace"

    def _copy(self) -> Decision:
        """A copy that shares what no act changes any more."""
        old = self.decision
        last = old.versions[-1]
        version = replace(
            last,
            said=[*last.said],
            receipts={party: dict(found) for party, found in last.receipts.items()},
            objections=dict(last.objections),
            abstained=dict(last.abstained),
            out=dict(last.out),
            acceded=dict(last.acceded),
        )
        return replace(
            old,
            versions=[*old.versions[:-1], version],
            brackets=[_bracket(b) if b.is_open else b for b in old.brackets],
            periods=[replace(period) for period in old.periods],
            consultations=[*old.consultations],
            meetings=[*old.meetings],
            entries={},
        )

    def _act(self, move: Move) -> Record:  # noqa: C901, PLR0912
        version = self.decision.version.number
        fresh = {"en": f"v{version + 1}"}
        mask = [name for place, name in enumerate(NAMES) if move.what >> place & 1]
        match move.act:
            case "consult":
                return acts.Consultation(
                    version=version, asked=NAMES[:1], until=self.now + 1000 * STEP
                )
            case "table":
                return acts.Tabling(version=version)
            case "revise":
                return acts.Revision(version=version, texts=fresh)
            case "withdraw":
                return acts.Withdrawal()
            case "propose":
                passage = acts.Passage(start=0, end=3, exact="abc")
                return acts.Alternative(
                    version=version, passages={"en": passage}, words={"en": NAMES[move.by]}
                )
            case "accept" | "drop":
                return self._settlement(move, version, fresh)
            case "receive":
                return acts.Receipt(version=version, languages=("en",))
            case "silence":
                until = self.now + move.what * STEP
                texts = dict(self.decision.version.texts)
                return acts.Silence(version=version, texts=texts, until=until)
            case "object":
                return acts.Objection(version=version)
            case "abstain":
                return acts.Abstention(version=version)
            case "stay out":
                return acts.NonParticipation(version=version)
            case "accede":
                return acts.Accession(version=version)
            case "meeting":
                return acts.Meeting(version=version, held=self.now, present=tuple(mask))
            case "challenge":
                return acts.Challenge(version=version)
        raise AssertionError(move)

    def _settlement(self, move: Move, version: int, fresh: dict[str, str]) -> acts.Settlement:
        """Accept or withdraw; who settles brings the words so found, as flow does."""
        brackets = self.decision.open_brackets
        name, to, texts = "b1", None, {}
        if brackets:
            bracket, party = brackets[0], NAMES[move.by]
            name = bracket.name
            if move.act == "accept":
                by = NAMES[move.what - 1]
                put = [p.name for p in bracket.positions[1:] if p.by == by]
                to = "a0" if move.what == 0 else (put[0] if put else "a99")
            held = {p.name for p in bracket.positions if set(p.holders) - {party}}
            held |= {to} if to else set()
            if len(held) == 1 and held != {"a0"}:
                texts = fresh
        return acts.Settlement(version=version, bracket=name, alternative=to, texts=texts)

    def plain(self) -> Text:
        """What the code says of its state, in the model's words."""
        decision, now, names = self.decision, self.now, NAMES[: self.world.members]
        version, state = decision.version, decision.state(now)
        period = decision.period
        left = 0
        if state in ("silence", "broken") and period and period.version == version.number:
            left = max(0, (period.until - now) // STEP)
        until = decision.challengeable_until(now)
        if until is not None:
            left = (until - now) // STEP
        holds, put = [-1] * len(names), 0
        for bracket in decision.open_brackets:
            for position in bracket.positions:
                own = 0 if position.name == "a0" else names.index(position.by) + 1
                put |= 1 << own - 1 if own else 0
                for holder in position.holders:
                    holds[names.index(holder)] = own
        met = [r for r in decision.meetings if r.adopts and r.meeting.version == version.number]
        present = met[-1].meeting.present if met else ()

        def mask(parties: Iterable[str]) -> int:
            return sum(1 << names.index(party) for party in parties)

        return Text(
            phase=state,
            version=version.number,
            received=mask(version.receipts),
            put=put,
            holds=tuple(holds),
            left=left,
            objected=mask(version.objections),
            abstained=mask(version.abstained),
            out=mask(version.out),
            present=mask(present),
            acceded=mask(version.acceded),
        )

    def key(self) -> Hashable:
        """All on which later answers of the code may rest, told from how it came there."""
        decision, version = self.decision, self.decision.version
        period = decision.period
        return (
            decision.phase,
            decision.state(self.now),
            version.number,
            tuple(sorted(version.receipts)),
            tuple(sorted(version.objections)),
            tuple(sorted(version.abstained)),
            tuple(sorted(version.out)),
            tuple(sorted(version.acceded)),
            bool(decision.consultations) and decision.phase == "drafting",
            tuple(
                tuple(sorted((p.by, *p.holders) for p in bracket.positions))
                for bracket in decision.open_brackets
            ),
            None
            if period is None or period.version != version.number
            else (max(period.until - self.now, timedelta(0)), period.end),
            decision.challengeable_until(self.now) is not None,
            decision.meetings[-1].absent if decision.phase == "meeting" else (),
        )


def _bracket(bracket: Bracket) -> Bracket:
    positions = [replace(p, holders=[*p.holders]) for p in bracket.positions]
    passages = dict(bracket.passages)
    return replace(bracket, positions=positions, history=[*bracket.history], passages=passages)


def _entry(number: int, time: datetime, party: str, act: Record) -> Entry:
    return Entry(
        number=number,
        time=time,
        kind=kind_of(act),
        subject="X-1",
        author=Author(filed_by="anna", party=party, basis="mandated"),
        body=body_of(act),
    )


def bounded(world: World, code: Code, move: Move) -> bool:
    """Whether a move would go past the last version, where the model ends its search."""
    at_end = code.decision.version.number == world.versions
    return at_end and move.act in ("revise", "table", "accept", "drop")


class Found(NamedTuple):
    """A state that model and code can reach; ``to`` numbers the states that moves lead to."""

    text: Text
    code: Code
    to: list[tuple[Move, int]]


def explore(world: World) -> Iterator[Found]:
    """Give every state that model and code can reach, once, in the order of their numbers.

    They must agree on every move.
    """
    first = (start(world), Code.begin(world))
    numbers, waiting = {(first[0], first[1].key()): 0}, deque([first])
    moves = list(alphabet(world))
    while waiting:
        text, code = waiting.popleft()
        to = []
        for move, found in code.answers(moves):
            expected = after(world, text, move)
            if expected is None and found is not None and bounded(world, code, move):
                continue
            assert (expected is None) is (found is None), (text, move)
            if expected is None or found is None:
                continue
            assert found.plain() == expected, (text, move)
            state = (expected, found.key())
            if state not in numbers:
                numbers[state] = len(numbers)
                waiting.append((expected, found))
            to.append((move, numbers[state]))
        yield Found(text, code, to)


def joint(world: World) -> tuple[int, int]:
    """Count the states of one text, and those that two side by side reach in every interleaving.

    Two texts have nothing in common but time, see :func:`side_by_side`.  So two states are reached
    together if, and only if, each is reached within the same number of steps of time, whatever is
    done in between.  That is counted without walking through the pairs.
    """
    steps: list[int] = []
    others: list[list[int]] = []
    for text, _, to in explore(world):
        assert what_cannot_be(world, text) is None, text
        steps += [place for move, place in to if move.act == "step"]
        others.append([place for move, place in to if move.act != "step"])
    reached: list[list[int]] = [[] for _ in steps]
    for passed, layer in enumerate(_layers(steps, others)):
        for place in layer:
            reached[place].append(passed)
    alike = Counter(tuple(passed) for passed in reached)
    pairs = sum(
        count * another
        for one, count in alike.items()
        for other, another in alike.items()
        if not set(one).isdisjoint(other)
    )
    return len(steps), pairs


def _layers(steps: list[int], others: list[list[int]]) -> list[frozenset[int]]:
    """Give the states reached within 0, 1, 2 … steps of time, until the same come again."""
    layers: list[frozenset[int]] = []
    layer = _closed({0}, others)
    while layer not in layers:
        layers.append(layer)
        layer = _closed({steps[place] for place in layer}, others)
    return layers


def _closed(places: set[int], others: list[list[int]]) -> frozenset[int]:
    """Give what acts reach from some states while no time passes."""
    found, waiting = set(places), list(places)
    while waiting:
        more = [place for place in others[waiting.pop()] if place not in found]
        found.update(more)
        waiting += more
    return frozenset(found)


def side_by_side(world: World) -> int:
    """Walk through all that two texts reach together; give how many pairs of states that is.

    Both are the code's own, under the same rules; what is done on one must leave the other as it
    was, and be answered as if it were alone.
    """
    alone = {(f.text, f.code.key()): f.to for f in explore(world)}
    names = dict(enumerate(alone))
    first, second = Code.begin(world), Code.begin(world)
    second.decision.rules = first.decision.rules
    begun = (start(world), first, start(world), second)
    seen, waiting = {(0, 0)}, deque([begun])
    numbers = {name: place for place, name in names.items()}
    moves = list(alphabet(world))
    while waiting:
        text, code, other_text, other = waiting.popleft()
        kept = (other_text, other.key())
        mine, its = dict(alone[text, code.key()]), dict(alone[kept])
        for move, found in code.answers(moves):
            assert (other.plain(), other.key()) == kept, "an act on one text changed the other"
            if move not in mine or found is None:
                assert found is None or bounded(world, code, move)
                continue
            to = names[mine[move]]
            assert (found.plain(), found.key()) == to
            pair = (to[0], found, other_text, other)
            number = (mine[move], numbers[kept])
            if move.act == "step":
                later = Code(world, other.decision, other.now + STEP)
                pair = (to[0], found, names[its[move]][0], later)
                number = (mine[move], its[move])
            for one in (pair, (*pair[2:], *pair[:2])):
                if number not in seen:
                    seen.add(number)
                    waiting.append(one)
                number = (number[1], number[0])
    return len(seen)


def can_end(world: World) -> bool:
    """Whether from every state some way leads to a final one."""
    following: dict[Text, set[Text]] = {}
    waiting = [start(world)]
    while waiting:
        text = waiting.pop()
        if text in following:
            continue
        found = {after(world, text, move) for move in alphabet(world)} - {None}
        following[text] = found  # type: ignore[assignment]
        waiting += found  # type: ignore[arg-type]
    ending = {text for text in following if text.phase in ("adopted", "withdrawn")}
    while True:
        more = {t for t, found in following.items() if t not in ending and found & ending}
        if not more:
            return ending == set(following)
        ending |= more


WORLDS = {
    "two members": World(2, versions=2),
    "two members, another in the chair": World(2, chair=1, versions=2),
    "two members, abstention": World(2, abstention=(1, 1), versions=1),
    "two members, some stay out": World(2, staying_out=(1, 1), versions=1),
    "two members, quorum": World(2, chair=1, quorum=(1, 2), versions=1),
    "two members, one concerned": World(2, chair=1, concerned=1, versions=2),
    "three members": World(3, chair=1, versions=1, proposers=0),
}
"""Small enough for every run; ``python -m bench.explore_deciding`` takes up to four members."""


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_code_and_model_agree_on_every_path(world: World) -> None:
    wrong = [(found.text, what_cannot_be(world, found.text)) for found in explore(world)]
    assert [found for found in wrong if found[1] is not None] == []
    assert len(wrong) > 50


def test_two_texts_reach_together_what_each_reaches_in_the_same_time() -> None:
    world = World(2, chair=1, versions=1, proposers=0)
    states, pairs = joint(world)
    assert side_by_side(world) == pairs == states**2
    assert states > 40


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_every_state_has_a_way_out_but_the_final_ones(world: World) -> None:
    assert can_end(world)
