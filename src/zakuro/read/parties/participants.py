"""The frame of a document: who meets, and therefore who speaks where it says "we"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, zip_longest

from zakuro.languages.load import Pack
from zakuro.model.vocabulary import expand, giving_acts
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import Hit, marks
from zakuro.read.lexis.span_index import Layer
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties import entities as who
from zakuro.read.parties.entities import Entity
from zakuro.read.parties.roles import Roles, roles

REGION = "M49:"
"""What the codes of regions begin with: a group of the region meets for it where one can."""
_TIED = "-–—"
_BESIDE = frozenset({"receiver", "source", "goal", "place", "none", "object"})
"""The parts of those whom an ending sets beside who meets."""
_BEFORE = 12
"""Characters between the names of those who meet and the word for their gathering."""
_TOGETHER = 2
"""How many are named in one breath where each act of a text has its own subject by its ending."""


def of_title(title: str, pack: Pack) -> tuple[str, ...]:
    """The parties of a title that meet: not those whom or which the meeting is about."""
    folded = Folded(title, shapes=pack.shapes)
    hits = marks(pack).find(folded)
    found = who.find(folded, hits, pack, frozenset(hit.start for hit in hits))
    return of_words(folded.text, found, pack, hits)


def of_words(text: str, entities: list[Entity], pack: Pack, hits: list[Hit]) -> tuple[str, ...]:
    """The parties among entities that take part in what the words tell of.

    Where particles tell parts they are those who act together, or with others, and those tied to
    the word for a gathering.
    """
    rules = roles(pack)
    if rules.after:
        return _codes(_together(entities, _gatherings(hits)))
    given = {h.end for h in hits if rules.of and "act" in h.senses and _gives(h)}
    return _codes(
        entity
        for entity in entities
        if entity.start - 1 not in given
        and not (_plain(entity) and text.endswith(", ", 0, entity.start))
        and (entity.role != "genitive" or not text[: entity.start].strip())
        and not (rules.ending and (entity.role in _BESIDE or len(entity.codes) < _TOGETHER))
        and (_tied(text, entity) or rules.after or rules.takes_part(text, entity.start))
    )


def _gives(hit: Hit) -> bool:
    """Whether a word gives something to whom it names right behind it: gave Ukraine two boats."""
    return hit.senses["act"].value in giving_acts()


def _codes(entities: Iterable[Entity]) -> tuple[str, ...]:
    """The codes of entities; of persons of whom one is unknown, those of the others."""
    codes = dict.fromkeys(
        code
        for entity in entities
        for code in entity.codes or (named.code for named in entity.names)
    )
    return tuple(codes)


def _plain(entity: Entity) -> bool:
    """Whether an entity is a bare name, which behind a comma tells where a place lies."""
    return len(entity.names) == 1 and entity.names[0].start == entity.start


def _tells_only_whose(text: str, entity: Entity, other: Entity | None, rules: Roles) -> bool:
    """Whether an adjective says whose something is and is joined to nobody: Ukrainian soldiers."""
    if entity.kind != "adjective" or rules.ending or _tied(text, entity):
        return False
    return other is None or not rules.joins(text[entity.end : other.start], several=True)


def of_lead(text: str, entities: list[Entity], pack: Pack, hits: list[Hit]) -> tuple[str, ...]:
    """The parties that take part in what a lead tells; the groups only where it names no two."""
    rules = roles(pack)
    free = [
        entity
        for entity, other in zip_longest(entities, entities[1:])
        if not (_plain(entity) and entity.role in ("goal", "place", "none"))
        and not (rules.capitals and _tells_only_whose(text, entity, other, rules))
    ]
    codes = of_words(text, free, pack, hits)
    single = tuple(code for code in codes if not several((code,)))
    return single if len(single) > 1 else codes


def of_sentence(
    hits: list[Hit], entities: list[Entity], acting: list[Entity], beside: list[Entity]
) -> tuple[str, ...]:
    """Who met by a sentence that names a gathering: those tied to it, else who acts with whom.

    ``acting`` are those who act in it, ``beside`` those with whom they do.
    """
    gatherings = _gatherings(hits)
    for hit in gatherings:
        for entity in entities:
            if len(entity.codes) > 1 and _leads(entity, [hit]):
                return entity.codes
    for hit in gatherings:
        one = next((e for e in reversed(acting) if e.end <= hit.start and e.codes), None)
        others = [e for e in beside if e.end <= hit.start and e is not one]
        codes = _codes([*([one] if one is not None else []), *others])
        if several(codes):
            return codes
    return ()


def _together(entities: list[Entity], gatherings: list[Hit]) -> list[Entity]:
    """Those who act, where several do in one breath or one does with another; those tied to it."""
    tied = [e for e in entities if len(e.codes) > 1 and _leads(e, gatherings)]
    acting = [e for e in entities if e.role in ("subject", "") or e.companion]
    several_act = any(e.companion or len(e.codes) > 1 for e in acting)
    return tied or (acting if several_act else [])


def _gatherings(hits: list[Hit]) -> list[Hit]:
    return [hit for hit in hits if "event" in hit.senses or "meet" in hit.senses]


def _leads(entity: Entity, gatherings: list[Hit]) -> bool:
    """Whether the word for a gathering follows somebody's name."""
    return any(0 <= hit.start - entity.end <= _BEFORE for hit in gatherings)


def _tied(text: str, entity: Entity) -> bool:
    """Whether a hyphen ties the names of an entity to each other: the A-B talks."""
    return any(
        text[one.end : other.start].strip() in _TIED for one, other in pairwise(entity.names)
    )


def of_apposition(text: str, entities: list[Entity]) -> tuple[str, ...]:
    """The parties by whose names "we" explains itself: we, the leaders of A and B."""
    for one, other in pairwise(entities):
        if one.kind == "self" and other.codes and text[one.end : other.start] in (", ", ", the "):
            return other.codes
    return ()


def of_sides(entities: list[Entity], mentions: Layer[Raw]) -> tuple[str, ...]:
    """Whom "the two sides" or "the four countries" mean: those named before them, if as many."""
    named: list[Entity] = []
    for entity in entities:
        if entity.kind == "self" and not entity.first:
            counts = [m.value for m in mentions.between(entity.start, entity.end) if m.value]
            codes = _codes(named)
            return codes if len(codes) == (counts[0] if counts else 2) else ()
        if entity.codes and entity.kind in ("party", "person"):
            named.append(entity)
    return ()


def several(codes: tuple[str, ...]) -> bool:
    """Whether codes stand for more than one party."""
    return len(expand(codes)) > 1


def is_finer(codes: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether codes name a party where others, as many, name only its region: the EU for Europe."""
    regions = [code for code in others if code.startswith(REGION)]
    named = {code for code in codes if not code.startswith(REGION)}
    return bool(regions) and len(codes) == len(others) and named > set(others) - set(regions)
