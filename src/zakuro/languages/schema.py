"""What a pack may hold: every section with its keys, so that a misspelt word is told and not lost.

Marks, features and parts are those of ``terms``, acts and codes those of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal, get_args

import msgspec
from msgspec import field

from zakuro.languages.faults import near, told
from zakuro.languages.terms import Feature, Mark, Order, Part
from zakuro.model.errors import ZakuroError
from zakuro.model.vocabulary import acts, counts, groups, objects, territories, topics

Words = list[str | dict[str, Any]]
"""Words, plain or with their forms; see ``inflect``."""
_PARTIES = frozenset({"paradigm", "adjective", "article", "spellings"})
"""What [parties] holds besides the codes of parties."""


class _Section(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    pass


class Writing(_Section):
    """How the language is written, and by what it is told."""

    spaced: bool
    lects: list[str] = []
    alone: bool = False
    letters: str = ""
    letters_share: float = 0.0
    never: str = ""
    locales: list[str] = []
    shapes: str = ""


class Numbers(_Section):
    """Numerals in figures and words."""

    point: list[str]
    grouping: list[str]
    words: dict[str, Words]
    scales: dict[str, Words]
    negative: list[str] = []
    sign_after: list[str] = []
    one_before_scale: list[str] = []
    whole_after: list[str] = []
    figure_ordinals: list[str] = []
    figure_scales: dict[str, Words] = {}
    fractions: dict[str, Any] = {}
    multiples: dict[str, Any] = {}
    ordinals: dict[str, Any] = {}
    ordinal_scales: dict[str, Any] = {}
    joints: dict[str, Any] = {}
    bare: list[str] = []
    vague_before: list[str] = []
    vague_after: list[str] = []
    power_after: list[str] = []
    half_after_unit: list[str] = []
    digits: dict[str, Any] = {}
    short_last: bool = False
    pairs: bool = False


class Percent(_Section):
    """Words for percents and tenths."""

    words: dict[str, Words]
    words_before: dict[str, Words] = {}
    hundredths: bool = False
    parts: dict[str, Words] = {}
    parts_before: dict[str, Words] = {}
    tenths: Words = []


class Money(_Section):
    """Names and symbols of currencies, by their ISO 4217 codes."""

    symbols: dict[str, str]
    names: dict[str, Words]
    bare_parts: bool = False
    bare_sums: bool = False
    codes_in_small: list[str] = []
    shared: dict[str, Words] = {}
    names_before: dict[str, Words] = {}
    names_with_scale: dict[str, Words] = {}
    minor: dict[str, Words] = {}
    scales: dict[str, Words] = {}


class Per(_Section):
    """Rates per time, and per one of whatever is counted: ``one``, its word, ``each``."""

    after: dict[str, Words] = {}
    before: dict[str, Words] = {}
    one: list[str] = []
    each: list[str] = []


class Counters(_Section):
    """What stands right behind a number and tells what is counted."""

    words: dict[str, Words] = {}
    general: dict[str, Words] = {}
    noun_before: list[str] = []
    noun_after: list[str] = []
    noun_follows: int = 0


class Nouns(_Section):
    """Nouns that are counted."""

    words: dict[str, Words] = {}
    modifiers: int = 0
    joiners: list[str] = []
    partitives: list[str] = []
    singular: list[tuple[str, str]] = []
    invariant: list[str] = []
    spelling_endings: list[tuple[str, str]] = []
    spellings: dict[str, str] = {}
    never: list[str] = []
    stops: list[str] = []
    declined: bool = False
    years_are_named: bool = False


class Lists(_Section):
    """How the members of a list are joined, and what leaves it open."""

    and_: list[str] = field(name="and", default_factory=list)
    held: list[str] = []
    commas: list[str] = []
    only: list[str] = []
    others: list[str] = []


class Ties(_Section):
    """Words that tell how figures hang together; one that ends in a hyphen is a beginning."""

    share: list[str] = []
    mean: list[str] = []
    age: list[str] = []
    rest: list[str] = []
    equivalent: list[str] = []
    steps: list[str] = []


class Bounds(_Section):
    """Words that bound an amount: at least, about."""

    before: dict[str, Words] = {}
    after: dict[str, Words] = {}
    skip: list[str] = []
    weak: list[str] = []
    guard: list[str] = []
    guard_before: list[str] = []


class Ranges(_Section):
    """Words between and around the ends of a range."""

    to: list[str] = []
    and_: list[str] = field(name="and", default_factory=list)
    next_: list[str] = field(name="next", default_factory=list)
    from_: list[str] = field(name="from", default_factory=list)
    between: list[str] = []
    until: list[str] = []
    meet: list[str] = []
    sum: list[str] = []


class Changes(_Section):
    """Words by which an amount is a change: by, to."""

    gaps: list[str] = []
    by: list[str] = []
    to: list[str] = []
    by_times: list[str] = []
    verbs: dict[str, Words] = {}
    before: dict[str, Words] = {}
    after: dict[str, Words] = {}


class Plain(_Section):
    """What looks like an amount and is none."""

    words: Words = []
    before: Words = []
    after: Words = []
    whole: Words = []
    name_before: list[str] = []
    name_after: list[str] = []
    says_year: list[str] = []
    before_year: list[str] = []
    pronoun_before: list[str] = []
    pronoun_after: list[str] = []
    neighbours: str = ""
    surnames: str = ""


class Ordinals(_Section):
    """What makes a number an ordinal."""

    before: list[str] = []
    after: list[str] = []
    relative: dict[str, Any] = {}
    from_end_after: list[str] = []
    from_end_before: list[str] = []
    takes_counter: bool = False


class Times(_Section):
    """The grammar of times: atoms by their words, and layers of shapes."""

    words: dict[str, Any]
    layers: list[dict[str, Any]]
    fiscal_year_start: int = 1
    weak: list[str] = []
    numeric: list[str] = []
    doubtful: list[str] = []
    eras: dict[str, Any] = {}
    joiners: list[str] = []


class Predicate(_Section):
    """What stands around a predicate, and what it passes over."""

    arguments: Literal["", "cases"] = ""
    bound: list[str] = []
    dependants: str = ""
    future: list[str] = []
    open: list[str] = []
    passes: list[str] = []


class Syntax(_Section):
    """How clauses are built."""

    head: Order
    subject: str
    capitals: bool
    engine: str = ""
    model_alone: int = 0
    predicate: Predicate = field(default_factory=Predicate)
    party_joiners: list[str] = []
    name: str = ""
    name_particles: list[str] = []
    name_joiners: list[str] = []
    name_suffixes: list[str] = []
    name_letters: str = ""
    posted: list[str] = []
    region_suffixes: list[str] = []
    titles: list[str] = []
    person_speaks_from: list[str] = []
    gives_from: list[str] = []
    place_particles: list[str] = []
    object_particles: list[str] = []
    gathering_endings: list[str] = []
    modifying_endings: list[str] = []
    state_suffixes: list[str] = []
    short_names: str = ""
    office: str = ""
    of: list[str] = []
    ties: list[str] = []
    genitive: str = ""
    since: list[str] = []
    dative_endings: list[str] = []
    possessed_endings: list[str] = []
    attributive_endings: list[str] = []
    possessed_dative_endings: list[str] = []
    dative_postpositions: list[str] = []
    parting_endings: list[str] = []
    purpose_endings: list[str] = []
    unpossessed: list[str] = []
    quotative: list[str] = []
    complements: list[str] = []
    speaks_from: list[str] = []
    verb_noun: str = ""
    finite_endings: list[str] = []
    infinitives: list[str] = []
    no_infinitives: list[str] = []
    stative_verbs: list[str] = []
    adverb_endings: list[str] = []
    participle_endings: list[str] = []
    plural_endings: list[str] = []
    progress_endings: list[str] = []
    owning_endings: list[str] = []
    quantifiers: list[str] = []
    contracted: list[str] = []
    owners_get: bool = False
    conditional_endings: list[str] = []
    unconditional_endings: list[str] = []
    state_endings: list[str] = []
    stateless_endings: list[str] = []
    past_endings: list[str] = []
    polite_endings: list[str] = []
    verb_endings: list[str] = []


class Sentences(_Section):
    """Where sentences end."""

    ends: list[str]
    question: list[str] = []
    urging: list[str] = []
    abbreviations: list[str] = []
    brackets: list[str] = []
    dateline: list[str] = []


class HarmonyRules(_Section):
    """How the letters of endings follow the last vowel and the last sound of their word."""

    vowels: dict[str, str]
    sounds: dict[str, str]
    letters: dict[str, list[tuple[str, str, str]]]
    silent: str = ""


class RoleWords(_Section):
    """The words and cases that give parties their part."""

    partner: list[str] = []
    partner_after: list[str] = []
    companion: list[str] = []
    subject: list[str] = []
    receiver: list[str] = []
    source: list[str] = []
    goal: list[str] = []
    none: list[str] = []
    participant: list[str] = []
    benefit: list[str] = []
    skip: list[str] = []
    bare: str = ""
    feature: dict[Feature, Part] = {}


class Names(_Section):
    """Names that are mostly others', and capitals that tell of their state.

    ``waters`` are what stands right behind a state's name that is then a part of the name of a sea;
    ``bodies`` are how names of bodies end that act for the state before them.
    """

    before: list[str] = []
    waters: list[str] = []
    bodies: list[str] = []
    mostly_others: list[str] = []
    capitals: dict[str, str] = {}
    abroad: dict[str, list[str]] = {}
    realms: dict[str, list[str]] = {}


class PackFile(_Section):
    """A pack as its file holds it, without its proofs."""

    code: str
    name: str
    writing: Writing
    numbers: Numbers
    times: Times
    syntax: Syntax
    sentence: Sentences
    marks: dict[Mark, Words]
    extends: str = ""
    percent: Percent | None = None
    money: Money | None = None
    parts: dict[str, dict[str, Words]] = {}
    units: dict[str, Words] = {}
    per: Per = field(default_factory=Per)
    counters: Counters = field(default_factory=Counters)
    nouns: Nouns = field(default_factory=Nouns)
    lists: Lists = field(default_factory=Lists)
    ties: Ties = field(default_factory=Ties)
    bounds: Bounds = field(default_factory=Bounds)
    ranges: Ranges = field(default_factory=Ranges)
    changes: Changes = field(default_factory=Changes)
    plain: Plain = field(default_factory=Plain)
    ordinals: Ordinals = field(default_factory=Ordinals)
    inflection: dict[str, list[dict[str, Any]]] = {}
    harmony: HarmonyRules | None = None
    roles: RoleWords = field(default_factory=RoleWords)
    names: Names = field(default_factory=Names)
    parties: dict[str, Any] = {}
    cities: dict[str, Words] = {}
    adjectives: dict[str, Words] = {}
    acts: dict[str, Words] = {}
    objects: dict[str, Words] = {}
    topics: dict[str, Words] = {}


def check(rules: dict[str, Any], file: str) -> None:
    """Hold a pack, as read from ``file``, against its schema.

    Raises ZakuroError naming the file, the section, the key and the nearest right word.
    """
    try:
        msgspec.convert(rules, PackFile)
    except msgspec.ValidationError as error:
        raise ZakuroError(f"{file}: {told(str(error), rules, PackFile)}") from None
    for paradigm, variants in rules.get("inflection", {}).items():
        for variant in variants:
            forms = (*get_args(Feature), "lemma", "after")
            _within(file, f"inflection.{paradigm}", variant, forms, "is no feature of a form")
    parties = territories().keys() | groups().keys() | _PARTIES
    lists: tuple[tuple[str, Collection[str], str], ...] = (
        ("acts", acts(), "is no act of the vocabulary"),
        ("objects", objects(), "is no object of the vocabulary"),
        ("topics", topics(), "is no topic of the vocabulary"),
        ("parties", parties, "is no state and no group of the vocabulary"),
        ("cities", territories(), "is no state of the vocabulary"),
        ("adjectives", parties, "is no state and no group of the vocabulary"),
    )
    for section, known, wrong in lists:
        _within(file, section, rules.get(section, {}), known, wrong)
    for section, key in (("counters", "words"), ("counters", "general"), ("nouns", "words")):
        units = rules.get(section, {}).get(key, {})
        _within(file, f"{section}.{key}", units, counts(), "is no unit of counts of the vocabulary")


def _within(
    file: str, section: str, given: Collection[str], known: Collection[str], wrong: str
) -> None:
    for key in given:
        if not key.startswith("M49:") and not set(key.split("+")) <= set(known):
            raise ZakuroError(f"{file}: [{section}] has {key!r}, which {wrong}{near(key, known)}")
