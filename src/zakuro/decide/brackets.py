"""Brackets: alternatives for contested words, stacked, each with those who hold it."""

from __future__ import annotations

from collections.abc import Mapping

from zakuro.decide.closing import break_silence, takes_part
from zakuro.decide.decision import AS_TABLED, ON_THE_TABLE, Bracket, Decision, Position
from zakuro.decide.drafting import new_version
from zakuro.decide.rules import require_member
from zakuro.model.decisions import Alternative, Passage, Settlement
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError


def propose(decision: Decision, entry: Entry, act: Alternative) -> None:
    """Stack other words for a passage; during silence this breaks it, as an objection does."""
    party = takes_part(decision, entry, "propose other words")
    _check_words(act)
    state = decision.state(entry.time)
    if state == "silence":
        break_silence(decision, entry, party, _amendment(act), "amendment")
        return
    if state not in ON_THE_TABLE:
        raise RefusedError(
            f"{decision.stands(entry.time)}: other words are proposed for a text on the table."
        )
    unknown = [name for name in act.words if name not in decision.version.texts]
    if unknown:
        raise RefusedError(
            f"Version {act.version} has no words in {', '.join(unknown)}: add that language first "
            "(`zakuro text language`)."
        )
    bracket = _bracket_of(decision, act)
    if bracket is None:
        if party == decision.sponsor:
            raise RefusedError(
                f"{party} is the sponsor: it changes its own words with `zakuro text revise`."
            )
        number = sum(1 for b in decision.brackets if b.version == act.version) + 1
        bracket = Bracket(
            name=f"b{number}", version=act.version, passages=dict(act.passages), positions=[]
        )
        words = {name: passage.exact for name, passage in act.passages.items()}
        version = decision.version
        own = Position(AS_TABLED, decision.sponsor, words, version.entry, "", [decision.sponsor])
        bracket.positions.append(own)
        decision.brackets.append(bracket)
    else:
        _check_new(bracket, act)
        for language, passage in act.passages.items():
            if language not in bracket.passages:
                bracket.passages[language] = passage
                bracket.positions[0].words[language] = passage.exact
    put = Position(f"a{len(bracket.positions)}", party, dict(act.words), entry.number, act.reason)
    bracket.positions.append(put)
    _move(bracket, party, put)
    bracket.history.append((entry.number, party, f"puts {put.name}"))


def _amendment(act: Alternative) -> str:
    """Write other words proposed in a silence as the reason of the objection that they are."""
    pairs = [f"{act.words[name]!r} for {p.exact!r}" for name, p in act.passages.items()]
    return f"proposes {', '.join(pairs)}" + (f": {act.reason}" if act.reason else "")


def _check_words(act: Alternative) -> None:
    if not act.words or set(act.words) != set(act.passages):
        raise RefusedError("Other words need, in each language, the words that they replace.")
    for language, passage in act.passages.items():
        if not 0 <= passage.start < passage.end or not passage.exact:
            raise RefusedError(f"The passage in {language} names no words.")
        if act.words[language] == passage.exact:
            raise RefusedError(f"The words proposed in {language} are those that stand there.")


def _bracket_of(decision: Decision, act: Alternative) -> Bracket | None:
    """Give the open bracket of the same passage; refuse one that overlaps another's words."""
    found: Bracket | None = None
    waiting = [bracket for bracket, _ in settled_words(decision, {})]
    for bracket in (*decision.open_brackets, *waiting):
        for language, passage in act.passages.items():
            other = bracket.passages.get(language)
            if other is None:
                continue
            if (passage.start, passage.end) == (other.start, other.end) and bracket.is_open:
                if found not in (None, bracket):
                    raise RefusedError("These passages belong to two brackets: propose for each.")
                found = bracket
            elif passage.start < other.end and other.start < passage.end:
                raise RefusedError(
                    f"These words overlap those of {bracket.name} ({other.exact!r}): propose other "
                    "words for that whole passage."
                )
    if found is not None:
        moved = [
            language
            for language, passage in act.passages.items()
            if language in found.passages and found.passages[language] != passage
        ]
        if moved:
            raise RefusedError(
                f"{found.name} stands elsewhere in {', '.join(moved)}: one bracket is one passage."
            )
    return found


def _check_new(bracket: Bracket, act: Alternative) -> None:
    for position in bracket.positions:
        if all(position.words.get(language) == words for language, words in act.words.items()):
            raise RefusedError(
                f"{bracket.name} has these words already, as {position.name}: `zakuro text settle "
                f"--bracket {bracket.name} --accept {position.name}` joins those who hold them."
            )


def _move(bracket: Bracket, party: str, to: Position | None) -> None:
    for position in bracket.positions:
        if party in position.holders:
            position.holders.remove(party)
    if to is not None:
        to.holders.append(party)


def settle(decision: Decision, entry: Entry, act: Settlement) -> None:
    """Move to an alternative, or withdraw from where one stood; perhaps this settles the text."""
    party = require_member(decision.rules, entry.author.party, "settle")
    state = decision.state(entry.time)
    if state != "bracketed":
        where = decision.stands(entry.time)
        raise RefusedError(f"{where}: there is nothing to settle.")
    bracket = find(decision, act.bracket)
    to = _aim(bracket, party, act.alternative)
    settled = would_settle(bracket, party, to)
    changed = settled_words(decision, {bracket.name: settled} if settled else {})
    closes = settled is not None and len(decision.open_brackets) == 1 and bool(changed)
    if closes:
        _check_result(decision, changed, act)
    elif act.texts:
        raise RefusedError(f"This does not settle the last bracket of {decision.subject}.")
    _move(bracket, party, to)
    what = f"moves to {to.name}" if to else "withdraws"
    bracket.history.append((entry.number, party, what))
    if settled is not None:
        bracket.settled = settled.name
    if closes:
        new_version(decision, entry, dict(act.texts))


def _check_result(
    decision: Decision, changed: list[tuple[Bracket, Position]], act: Settlement
) -> None:
    """Refuse the settling of the last bracket without the hashes of the words so found."""
    languages = languages_after(decision, changed)
    if not languages:
        raise RefusedError(
            "No language has words for every settled alternative, so there is no text yet: settle "
            "on alternatives that share a language, or revise the text."
        )
    if set(act.texts) != languages:
        raise RefusedError(
            "What settles the last bracket carries the hashes of the words so found, in "
            f"{', '.join(sorted(languages))}: read the text again, then settle."
        )


def find(decision: Decision, name: str) -> Bracket:
    """Give an open bracket of the last version by its name."""
    for bracket in decision.open_brackets:
        if bracket.name == name:
            return bracket
    names = ", ".join(bracket.name for bracket in decision.open_brackets) or "none"
    raise RefusedError(f"{decision.subject} has no open bracket {name}; open: {names}.")


def _aim(bracket: Bracket, party: str, name: str | None) -> Position | None:
    if name is None:
        if bracket.held_by(party) is None:
            raise RefusedError(f"{party} holds nothing in {bracket.name} to withdraw.")
        return None
    to = bracket.position(name)
    if to is None:
        names = ", ".join(position.name for position in bracket.positions)
        raise RefusedError(f"{bracket.name} has no alternative {name}: it has {names}.")
    if party in to.holders:
        raise RefusedError(f"{party} holds {name} of {bracket.name} already.")
    return to


def would_settle(bracket: Bracket, party: str, to: Position | None) -> Position | None:
    """Give the alternative on which a move settles a bracket; None where it stays open."""
    held = [
        position
        for position in bracket.positions
        if position is to or any(holder != party for holder in position.holders)
    ]
    if len(held) > 1:
        return None
    return held[0] if held else bracket.positions[0]


def settled_words(
    decision: Decision, now: Mapping[str, Position], version: int | None = None
) -> list[tuple[Bracket, Position]]:
    """Give the brackets of a version, or the last, settled on other words than stand in it."""
    found = []
    for bracket in decision.brackets:
        if bracket.version != (version or decision.version.number) or bracket.overtaken:
            continue
        position = now.get(bracket.name) or bracket.position(bracket.settled or "")
        if position is not None and position.name != AS_TABLED:
            found.append((bracket, position))
    return found


def languages_after(decision: Decision, settled: list[tuple[Bracket, Position]]) -> set[str]:
    """Give the languages in which the next version has words: where each alternative has them."""
    return {
        language
        for language in decision.version.texts
        if all(language in position.words for _, position in settled)
    }


def replace(text: str, language: str, settled: list[tuple[Bracket, Position]]) -> str:
    """Give the words of a version in a language with the settled alternatives in their places."""
    places: list[tuple[Passage, str]] = [
        (bracket.passages[language], position.words[language]) for bracket, position in settled
    ]
    for passage, words in sorted(places, key=lambda place: place[0].start, reverse=True):
        text = text[: passage.start] + words + text[passage.end :]
    return text
