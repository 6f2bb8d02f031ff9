"""Whose word counts: by what right an act is entered in the name of a party."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from zakuro.ledger.parties import expand
from zakuro.model.acts import Charter, act_of
from zakuro.model.entry import Draft, Key
from zakuro.model.errors import RefusedError
from zakuro.model.source import Source


def admit(
    draft: Draft, charter: Charter, keys: Mapping[str, Key], also: Collection[str] = ()
) -> None:
    """Refuse an act that is not its party's word.

    ``keys`` holds the last key registered for each party; ``also`` those who act here as members
    although the charter does not name them any more.  That a signature is good is checked where
    the books are (``flow``); here only that one is there when it must be.
    """
    author = draft.author
    if author.party is None:
        if author.basis is not None:
            raise RefusedError(f"The basis {author.basis!r} needs a party: give --by.")
        return
    if author.basis is None:
        raise RefusedError(f"The word of {author.party} needs a basis.")
    if author.basis == "mandated" and author.party not in also:
        _must_be_member(author.party, charter)
    _BASES[author.basis](draft, author.party, charter, keys.get(author.party))


def _must_be_member(party: str, charter: Charter) -> None:
    if party not in expand(charter.members, charter.groups):
        raise RefusedError(
            f"{party} is no member of these books: enter its word from a published document with "
            "--from D-…:s…, or make it a member with `zakuro charter FILE`."
        )


def _signed(draft: Draft, party: str, _: Charter, key: Key | None) -> None:
    if key is None:
        raise RefusedError(f"{party} has no key in these books: `zakuro key register` enters one.")
    if draft.signature is None:
        raise RefusedError(f"A signed act of {party} needs its signature: give --sign-with FILE.")


def _mandated(draft: Draft, party: str, charter: Charter, key: Key | None) -> None:
    if key is not None and key.signed_only:
        raise RefusedError(f"{party} wants its acts signed with its key: give --sign-with FILE.")
    persons = charter.mandates.get(party)
    if persons is not None and draft.author.filed_by not in persons:
        raise RefusedError(
            f"{draft.author.filed_by} has no mandate of {party}; {', '.join(persons)} has."
        )


def _attributed(draft: Draft, party: str, _charter: Charter, _: Key | None) -> None:
    source = _source(draft, party)
    if source is not None and source.retold:
        raise RefusedError(
            f"{source.document} is the keeper's digest, not what {party} published: its basis is "
            "'retold'."
        )


def _retold(draft: Draft, party: str, _charter: Charter, _: Key | None) -> None:
    source = _source(draft, party)
    if source is not None and not source.retold:
        raise RefusedError(f"{source.document} holds published words: their basis is 'attributed'.")


def _source(draft: Draft, party: str) -> Source | None:
    """Give the words that an act rests on; a pledge names its statement instead."""
    source = getattr(act_of(draft), "source", None)
    if isinstance(source, Source):
        return source
    if draft.kind == "pledge":
        return None
    raise RefusedError(f"The word of {party} as published needs the words: give --from D-…:s….")


_BASES = {
    "signed": _signed,
    "mandated": _mandated,
    "attributed": _attributed,
    "retold": _retold,
}
