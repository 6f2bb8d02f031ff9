"""Lists: an item inherits speaker, kind and strength from the sentence that opens its list."""

from __future__ import annotations

from zakuro.model.statement import Kind
from zakuro.read.clauses.clause import (
    KINDS,
    Candidate,
    Context,
    Opening,
    Sentence,
    is_deliverable,
    is_finite,
)
from zakuro.read.clauses.spans import end_without_joiners
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.entities import Entity
from zakuro.read.statements.layout.steps import owner

# What the nouns of an opening sentence say that its items are.
_NOUNS: tuple[tuple[str, Kind], ...] = (
    ("principles", "principle"),
    ("results", "result"),
    ("measures", "pledge"),
    ("proposals", "proposal"),
)
_COLON = (":", "：")
_BETWEEN = frozenset({"adverb", "so_far"})
_OTHERS = ("receiver", "partner", "source", "genitive")
_FINITE = (*KINDS, "negated", "done", "say", "future", "finite")
_AMOUNTS = ("money", "percent", "count")
INHERITED = ("pledge", "proposal", "call", "principle", "result", "position")


def opens_list(
    sentence: Sentence,
    noted: list[Hit],
    candidates: list[Candidate],
    context: Context,
    *,
    heads: bool = False,
    signed: bool = False,
) -> None:
    """Remembers in the context what a sentence says of the items that may follow it.

    ``noted`` are those of its hits that may open a list; ``heads`` tells that a list follows,
    ``signed`` that steps do which are counted off.
    """
    words = sentence.folded.text[sentence.start : sentence.end]
    told = heads or words.rstrip(" *_").endswith((":", "："))
    told |= any("list" in hit.senses for hit in noted)
    listed = told or signed
    nouns = {kind for role, kind in _NOUNS for hit in noted if role in hit.senses}
    if not told and "pledge" in nouns:
        nouns.add("proposal")  # who counts off priorities puts them forward
        nouns.discard("pledge")
    said = next((c for c in reversed(candidates) if c.kind in INHERITED), None)
    if said is None and listed and not nouns and context.kind is None:
        said = context.said
    if not listed and "principle" not in nouns and "result" not in nouns:
        if context.kind != "principle":
            context.kind = None
        return
    kind = _of_words(nouns, said, listed=listed) or (
        _of_marks(sentence, context, heads=heads) if listed else None
    )
    if kind is None:
        return
    context.kind = kind
    context.strength = said.strength if said is not None and said.kind == kind else None
    if context.strength is None and kind in ("pledge", "proposal"):
        context.strength = "commits" if kind == "pledge" else "proposes"
    context.subject = said.subject if said is not None else context.topic
    if said is None:
        names_first = heads or _left_open(sentence) is not None
        acting = _headed_by(sentence) if names_first else _acting(sentence)
        acting = acting or (_owner(sentence) if kind == "proposal" else None)
        context.subject = acting or context.topic


def _of_words(nouns: set[Kind], said: Candidate | None, *, listed: bool) -> Kind | None:
    """What a list is of by the nouns of its opening and by what that says."""
    if "principle" in nouns:
        return "principle"
    if listed and said is not None and said.kind in ("pledge", "proposal", "call"):
        return said.kind
    if nouns and (listed or "result" in nouns):
        return next(kind for _, kind in _NOUNS if kind in nouns)
    return said.kind if listed and said is not None else None


def _of_marks(sentence: Sentence, context: Context, *, heads: bool) -> Kind | None:
    """What a list is of by the marks of its opening, where that says nothing by itself."""
    decided = [h.role for h in sentence.hits if KINDS.get(h.role, (None,))[0]]
    if decided:
        return KINDS[decided[-1]][0]
    if (left := _left_open(sentence)) is not None:
        return left
    if heads:
        return "pledge" if any(_is_to_come(hit) for hit in sentence.hits) else None
    return "proposal" if context.number is not None and context.kind is None else None


def _left_open(sentence: Sentence) -> Kind | None:
    """What an opening that ends with an auxiliary leaves to its items: A is: giving 3 million."""
    hits, text = sentence.hits, sentence.folded.text
    verb = next((hit for hit in reversed(hits) if _BETWEEN.isdisjoint(hit.senses)), None)
    acting = _headed_by(sentence)
    if verb is None or acting is None or not (acting.codes or acting.first):
        return None
    if "auxiliary" not in verb.senses or not text.endswith(_COLON, 0, sentence.end):
        return None
    return "result" if verb.senses["auxiliary"].feature == "perfect" else "pledge"


def _is_to_come(hit: Hit) -> bool:
    """Whether a form says what will be done: the funds that A will give."""
    return "act" in hit.senses and hit.senses["act"].feature.startswith("future")


def _acting(sentence: Sentence) -> Entity | None:
    """Whose a list is by its opening: by A the following measures are planned."""
    acting = (e for e in sentence.entities if e.codes and e.role in ("subject", "agent"))
    return next(acting, None)


def _owner(sentence: Sentence) -> Entity | None:
    """Whose the proposals are that a list has: the initiatives of A."""
    owners = [e for e in sentence.entities if e.codes and e.role == "genitive"]
    return owners[0] if len(owners) == 1 else None


def _headed_by(sentence: Sentence) -> Entity | None:
    """Whose a list is by its heading: the first that it names, where it is no receiver."""
    first = next((e for e in sentence.entities if e.kind != "adjective"), None)
    return None if first is None or first.role in _OTHERS else first


def labelled(sentence: Sentence) -> tuple[int, Opening] | None:
    """Where a sentence goes on behind a label, with what that says of it: Status: 40 trained.

    None where no label opens it, or where nothing is done or counted behind the label.
    """
    hit = next(iter(sentence.hits), None)
    text = sentence.folded.text
    if hit is None or hit.start > sentence.start + _EMPHASIS or not text.startswith(":", hit.end):
        return None
    kind = next((kind for role, kind in _LABELS if role in hit.senses), None)
    start = hit.end + 1
    while start < sentence.end and text[start] in " *_":
        start += 1
    told = any("act" in each.senses for each in sentence.hits if each.start >= start)
    if kind is None or not (told or _counts(sentence, start, sentence.end)):
        return None
    subject = Entity(start, start, (), "self")
    subject.first = True
    return start, Opening(kind, "commits" if kind == "pledge" else None, subject)


def _is_own(candidate: Candidate, start: int) -> bool:
    """Whether a clause of an item has its own subject and predicate."""
    if candidate.rule == "other":
        return True
    subject = candidate.subject
    finite = candidate.rule in _FINITE or candidate.row not in ("", "fragment", "nothing")
    return subject is not None and subject.start >= start and finite


def item_candidate(
    sentence: Sentence, candidates: list[Candidate], context: Context, *, act_last: bool
) -> list[Candidate]:
    """The candidates of an item: its own where it is a whole sentence, else what it inherits."""
    start, end, hits = sentence.start, sentence.end, sentence.hits
    labels = context.kind in ("pledge", "proposal", "result") and context.place == "opening"
    told = any(c.kind in ("call", "proposal") and _is_own(c, start) for c in candidates)
    if labels and not told and _is_label(sentence, candidates):
        return []
    if context.kind == "result" and candidates:
        for candidate in candidates:
            if "who.organisation" in candidate.facts and "foremost" in candidate.facts:
                continue  # Agreed to open a port: of a list of what came of talks as well
            keeps = candidate.kind == "pledge" or candidate.row
            if "future" in candidate.facts and is_deliverable(candidate.act):
                candidate.kind = "pledge"  # what was agreed on, though it is done again and again
                candidate.strength = candidate.strength or "commits"
            elif not (keeps and candidate.kind and _is_own(candidate, start)):
                candidate.kind, candidate.rule = "result", "list"
        return candidates
    binds = context.kind in ("pledge", "proposal")
    if any(_is_own(c, start) for c in candidates) or (binds and is_finite(hits)):
        return candidates
    labelled = owner(sentence) if binds else None
    parts = _parts(sentence, candidates) if binds else [(start, end, candidates)]
    return [
        _inherited(part, sentence, context, labelled or context.subject, act_last=act_last)
        for part in parts
    ]


def _is_label(sentence: Sentence, candidates: list[Candidate]) -> bool:
    """Whether the first words of an item only name what the rest of it tells."""
    counted = _counts(sentence, sentence.start, sentence.end)
    deed = any("act" in h.senses and h.senses["act"].feature == "base" for h in sentence.hits)
    return not counted and not deed and not any(c.act for c in candidates)


_LABELS: tuple[tuple[str, Kind], ...] = (("promise_label", "pledge"), ("result_label", "result"))
_EMPHASIS = 4
"""Characters that may stand before a label: signs that make it bold."""
_Part = tuple[int, int, list[Candidate]]


def _parts(sentence: Sentence, candidates: list[Candidate]) -> list[_Part]:
    """An item parted where another deed begins that has an amount of its own, as all before it."""
    parts: list[_Part] = [(sentence.start, sentence.end, candidates)]
    for candidate in candidates:
        start, end, inside = parts[-1]
        place = candidate.start
        before = [c for c in inside if c.start < place and is_deliverable(c.act)]
        counted = _counts(sentence, start, place) and _counts(sentence, place, candidate.end)
        if before and counted and is_deliverable(candidate.act):
            head = [c for c in inside if c.start < place]
            parts[-1:] = [(start, place, head), (place, end, inside[len(head) :])]
    return parts


def _counts(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an amount stands between two offsets."""
    return any(m.type in _AMOUNTS for m in sentence.mentions if start <= m.start < end)


def _inherited(
    part: _Part, sentence: Sentence, context: Context, subject: Entity | None, *, act_last: bool
) -> Candidate:
    """A candidate of an item, or of a part of it, with what the opening of its list says."""
    start, end, candidates = part
    text, stop = sentence.folded.text, end
    while stop > start and text[stop - 1] in " 。.;；,，、":
        stop -= 1
    if end < sentence.end:
        stop = end_without_joiners(text, start, stop, sentence.hits)
    candidate = Candidate(start, context.kind, "list")
    candidate.end = stop
    candidate.strength = context.strength
    candidate.subject = subject
    acts = [c.act for c in candidates if c.act]
    if acts:
        candidate.act = acts[-1 if act_last else 0]
    candidate.hits = [pair for c in candidates for pair in c.hits][:4]
    return candidate


def without_opening(
    candidates: list[Candidate], noted: list[Hit], mentions: list[Raw]
) -> list[Candidate]:
    """The candidates of a sentence whose list follows: what only announces the items gives way."""
    following = [hit.start for hit in noted if "list" in hit.senses]
    kept = []
    for c in candidates:
        own = {m.type for m in mentions if c.start <= m.start < c.end}
        named = any(c.start <= place < c.end for place in following)
        announces = named and c.kind == "pledge" and "count" not in own
        if (
            c.kind not in INHERITED
            or (is_deliverable(c.act) and not announces)
            or not own.isdisjoint(("money", "percent"))
        ):
            kept.append(c)
    return kept
