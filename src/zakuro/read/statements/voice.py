"""Whose voice a text is in: who says "we" in a speech, or in words quoted of somebody.

A communique says "we" of all who meet.  Under a heading that names a speech, or in quotation marks,
"we" is the party of who speaks.
"""

from __future__ import annotations

from itertools import pairwise

from zakuro.languages.load import Pack
from zakuro.model.vocabulary import territories
from zakuro.read.clauses.clause import Context, Sentence
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import Entity

COLONS = (":", "：")
_OPENING, _CLOSING = "(（", ")）"
_QUOTES = '"«「『“„'
_CLOSED = '"»」』”'
_QUOTED = tuple(_QUOTES)
_CORNERS = ("「", "」")
"""Marks between which a quotation runs over several sentences."""
_BRACKETS = "】]"
_DASHES = ("――", "——", "──", "ーー")
"""What parts a label from what it is of, where letters follow at once."""
_OPENS = 3
"""Characters between somebody and what they are quoted with: a particle and a comma."""
_UNNAMED = frozenset({"pronoun", "office", "head"})
_NEAR = 2
"""Characters between somebody and their word of saying: a space, a particle, a comma."""
_BY = 4
"""Characters between the word for a speech and whose it is: by."""
_NAME = 14
"""Characters that a name may have behind the office of who bears it."""
_LABEL = 12
"""How far from the beginning of a block the label may end that tells who speaks in it."""
_MOSTLY = 0.7
"""The share of its words that a line gives to a name, where it is nothing but that name."""


def headed(last: str, sentence: Sentence, context: Context) -> None:
    """Notes whose words follow a short line, by the sign or the letter that ends it."""
    if last in COLONS:
        hand_on(sentence, context)
    elif last in _CLOSED:
        _put_in_mouth(sentence, context)
    elif last.isalnum() or last in _CLOSING:
        announce(sentence, context)


def announce(sentence: Sentence, context: Context) -> None:
    """Notes whose speech a heading announces, or whom it names and nothing else.

    A speech that is nothing but announced, whoever met where it was given, is the publisher's.
    """
    _put_in_mouth(sentence, context)
    if len(sentence.entities) == 1 and sentence.entities[0].kind == "party":
        party = sentence.entities[0]
        context.topic = party if _fills(party, sentence.start, sentence.end) else context.topic
    spoken = any("speech" in hit.senses for hit in sentence.hits)
    named = [e for e in sentence.entities if e.kind in ("person", "party") and e.codes]
    last = sentence.hits[-1] if sentence.hits else None
    if spoken and len(named) > 1:  # before the United Nations, in Asia: neither speaks
        named = [e for e in named if any(code in territories() for code in e.codes)]
    announced = last is not None and "speech" in last.senses and _ends(sentence, last.end)
    codes = [code for entity in named for code in entity.codes]
    if announced and context.home and (not codes or context.home in codes):
        context.voice = (context.home,)
    speaker = _of_speech(sentence, named)
    if speaker is None and spoken and not announced and context.home and _begins(sentence):
        context.voice = (context.home,)
    if speaker is not None and len(named) > 1:
        context.topic, context.voice = speaker, speaker.codes
    if len(named) != 1:
        return
    alone = named[0].kind == "person" and _fills(named[0], sentence.start, sentence.end)
    alone |= _is_byline(named[0], sentence)
    if spoken or alone:
        context.topic, context.voice = named[0], named[0].codes


def _put_in_mouth(sentence: Sentence, context: Context) -> None:
    """Notes whose words a title quotes behind their name and a colon: the talk that follows."""
    first = sentence.entities[0] if sentence.entities else None
    if first is None or first.start != sentence.start or not first.codes:
        return
    behind = sentence.folded.text[first.end : sentence.end]
    colon, said = behind[:1], behind[1:].lstrip()
    if first.kind in ("person", "party") and colon in COLONS and said.startswith(_QUOTED):
        context.topic, context.voice = first, first.codes


def _of_speech(sentence: Sentence, named: list[Entity]) -> Entity | None:
    """Whose speech it is where the word for it stands right before them: the speech of A at B."""
    ends = [hit.end for hit in sentence.hits if "speech" in hit.senses]
    beside = (e for e in named for end in ends if 0 <= e.start - end <= _BY)
    return next(beside, None)


def _begins(sentence: Sentence) -> bool:
    """Whether a line begins with the word for a speech."""
    first = sentence.hits[0] if sentence.hits else None
    return first is not None and first.start == sentence.start and "speech" in first.senses


def _ends(sentence: Sentence, place: int) -> bool:
    """Whether a line ends at a place, but for what stands in brackets."""
    rest = sentence.folded.text[place : sentence.end].strip()
    return not rest or (rest[0] in _OPENING and rest[-1] in _CLOSING)


def hand_on(sentence: Sentence, context: Context) -> None:
    """Notes who speaks below a line that a colon ends: their speech, or a name and nothing said."""
    last = sentence.hits[-1] if sentence.hits else None
    speaks = last is not None and "speech" in last.senses
    named = [e for e in sentence.entities if e.kind in ("person", "party") and e.codes]
    silent = not any(hit.role for hit in sentence.hits)
    if named and named[0].start == sentence.start and (speaks or (silent and len(named) == 1)):
        context.topic, context.voice = named[0], named[0].codes


def own(sentence: Sentence, context: Context, pack: Pack) -> None:
    """Gives "our country" the code of who speaks, else that of home.

    Where it is the theme behind somebody who says so, it is theirs, and goes on being it.
    """
    theme = tuple(pack.section("marks").get("theme", ())) or ("\0",)
    for place, entity in enumerate(sentence.entities):
        if not entity.ours or entity.codes:
            continue
        speaker = sentence.entities[place - 1] if place else None
        themed = sentence.folded.text.startswith(theme, entity.end)
        said = any(h.role == "say" and h.start > entity.end for h in sentence.hits)
        if themed and said and speaker and speaker.role == "subject" and speaker.codes:
            context.quoted = context.quoted or speaker.codes
        home = (context.home,) if context.home else ()
        entity.codes = context.quoted or context.voice or home


def _is_byline(entity: Entity, sentence: Sentence) -> bool:
    """Whether a line is an office of a party and a name that nobody knows yet."""
    behind = [hit for hit in sentence.hits if hit.start >= entity.start]
    holds = any("office" in hit.senses for hit in behind) and not any(hit.role for hit in behind)
    short = sentence.end - entity.end <= _NAME
    return entity.start == sentence.start and short and holds


def under(level: int, start: int, end: int, inside: list[Entity], context: Context) -> None:
    """An item that is nothing but somebody's name speaks for the items below it."""
    if context.named and level <= context.named[0]:
        context.named, context.voice, context.topic = None, (), None
    if level and len(inside) == 1 and inside[0].codes and _fills(inside[0], start, end):
        context.named = level, inside[0]
    if context.named:
        context.topic = context.named[1]
        context.voice = context.topic.codes


def _fills(entity: Entity, start: int, end: int) -> bool:
    return entity.end - entity.start >= _MOSTLY * (end - start)


def asks(text: str, start: int, hits: list[Hit]) -> bool:
    """Whether a block is what a journalist asks, by the label that opens it."""
    label = (hit for hit in hits if hit.start - start <= _LABEL)
    return any("asker" in hit.senses and text.startswith(COLONS, hit.end) for hit in label)


def goes_on(text: str, start: int, place: int) -> bool:
    """Whether a quotation that a block opened before a place is still open there."""
    opening, closing = _CORNERS
    return text.count(opening, start, place) > text.count(closing, start, place)


def listen(
    text: str, start: int, end: int, hits: list[Hit], inside: list[Entity], context: Context
) -> None:
    """Notes who speaks in the quotation marks of a block; a quotation may go on from the last."""
    _label(text, start, inside, context)
    if not any(quote in text[start:end] for quote in _QUOTES):
        context.quoted = ()
        return
    named = [e for e in inside if e.codes and e.kind in ("person", "party")]
    ends = {entity.end: entity.codes for entity in reversed(named)}
    articles = {hit.end + 1: hit.start for hit in hits if "article" in hit.senses}
    starts = {articles.get(e.start, e.start): e.codes for e in reversed(named)}
    said = [hit for hit in hits if hit.role in ("say", "announce")]
    beside = (
        ends.get(hit.start - gap) or starts.get(hit.end + gap)
        for hit in said
        for gap in range(_NEAR + 1)
    )
    speaker = next(filter(None, beside), None) or _opening(text, named) or _known(hits, context)
    speaker = speaker or _alone(inside)
    if speaker:
        context.quoted = speaker
    elif text[start] not in _QUOTES:
        context.quoted = ()


def _alone(inside: list[Entity]) -> tuple[str, ...]:
    """Whose country "our country" is in a block of which they alone are a subject by name."""
    if not any(entity.ours for entity in inside):
        return ()
    acting = {e.codes for e in inside if e.role == "subject" and e.codes and e.kind != "self"}
    return acting.pop() if len(acting) == 1 else ()


def _label(text: str, start: int, inside: list[Entity], context: Context) -> None:
    """Notes whose name a block begins with as a label of what it tells: A -- or [A]."""
    first = next((e for e in inside if e.codes and e.kind in ("party", "person")), None)
    if first is None:
        return
    if first.end + 1 == start and text[first.end] in _BRACKETS:
        context.topic = first
    elif first.start == start and not first.role and text.startswith(_DASHES, first.end):
        first.role, context.topic = "subject", first


def _opening(text: str, named: list[Entity]) -> tuple[str, ...]:
    """Whose words stand right behind their name: A: "we will"."""
    for entity in named:
        gap = text.find(_CORNERS[0], entity.end, entity.end + _OPENS + 1)
        if gap >= 0:
            return entity.codes
    return ()


def _known(hits: list[Hit], context: Context) -> tuple[str, ...]:
    """Whose the words are that "he" says, or an office without its state: of whom it was told."""
    topic = context.topic
    if topic is None or not topic.codes or topic.kind == "self":
        return ()
    for one, other in pairwise(hits):
        pair = (one, other) if one.role in ("say", "announce") else (other, one)
        near = other.start - one.end <= _NEAR
        if near and pair[0].role in ("say", "announce") and not _UNNAMED.isdisjoint(pair[1].senses):
            return topic.codes
    return ()
