"""Whom words mean that name nobody: pronouns, capitals, and promises that the past reports."""

from __future__ import annotations

from zakuro.read.clauses.clause import Candidate
from zakuro.read.clauses.first.coordination import feature_of
from zakuro.read.clauses.first.inanimate_subjects import Told
from zakuro.read.clauses.first.left_context import MARKS, Before, may_act, with_article
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import Entity

_REPORTS = ("say", "commit")
_VIEWS = ("propose", "call", "position", "restate")
_SIGNS = ",;:—–-("
_NEAR = 25  # characters between a word that reports a promise and the deed


class Meant(Told):
    """The words of one sentence, as far as somebody speaks or is meant in them."""

    speaker: Entity | None = None
    """Whom the last word of saying names."""

    def is_reported(self, index: int, before: Before, current: Candidate | None) -> bool:
        """Whether a doubt is a promise as the past reports it: Japan said it would send ships.

        Who reports may stand behind it: Japan would send ships, the minister said.
        """
        hit = self.hits[index]
        if "backshift" not in hit.senses:
            return False
        if before.how not in ("subject", "other", "anaphor", "name"):
            return False
        if current is None:
            report = next((h for h in reversed(self.hits) if h.role), hit)
            ahead = self.text[hit.end : report.start]
            apart = "," in ahead and not self.text[report.end : self.end].strip(MARKS + ".,")
            role = report.role if apart else ""
        else:
            role, report = next(iter(current.hits), ("", hit))
        if role not in _REPORTS or feature_of(report, role) != "past":
            return False
        following = next((h for h in self.hits[index + 1 :] if "adverb" not in h.senses), None)
        acts = following is not None and following.role == "act"
        near = following is not None and following.start <= hit.end + _NEAR
        return (acts and near) or self.text.endswith(":", self.start, self.end)

    def set_apart(self, before: Before, role: str, current: Candidate | None) -> None:
        """The subject from which an aside parts its predicate.

        An office behind a name that speaks (A, president of B, said), or who says it (A, he added,
        will …).
        """
        if before.how != "boundary":
            return
        if role == "say":
            stop = len(self.text[: before.start].rstrip(MARKS + ","))
            subject = next((e for e in self.entities if e.end == stop and may_act(e)), None)
        elif current is not None and current.rule == "say":
            subject = self.apart(before)
        else:
            return
        if subject is not None:
            before.how, before.subject, before.start = "subject", subject, subject.start

    def speak_as_text(self, index: int, before: Before) -> None:
        """A text that those who meet adopt speaks for them: the declaration calls on all."""
        text = next((h for h in reversed(self.hits[:index]) if h.end <= before.start), None)
        if text is None or "document" not in text.senses or not self.context.frame:
            return
        if self.text[text.end : before.start].strip(MARKS):
            return
        start = with_article(self.hits, index, text.start)
        opens = not self.text[self.start : start].strip(MARKS)
        if opens:
            before.how, before.start = "subject", start
            before.subject = Entity(text.start, text.end, (), "self")

    def turn_round(self, candidate: Candidate) -> bool:
        """Who will receive something from another promises nothing: the other gives it."""
        behind = candidate.hits[0][1].end
        word = next((h for h in self.hits if h.start >= behind and "adverb" not in h.senses), None)
        if word is None or "receive" not in word.senses or word.start > behind + _NEAR:
            return False
        stop = self.text.find(";", word.end, self.end)
        source = next(
            (
                entity
                for entity in self.entities
                if entity.role == "source"
                and entity.codes
                and word.end < entity.start < (stop if stop >= 0 else self.end)
            ),
            None,
        )
        if source is not None:
            candidate.subject = source
        return source is not None

    def stand_for(self, before: Before) -> None:
        """A capital that acts where people meet is its government."""
        subject = self.walk.capital(before.start)
        if subject is not None:
            before.how, before.subject, before.start = "subject", subject, subject.start

    def speak_of_itself(self, index: int, before: Before, role: str) -> None:
        """A pronoun stands for who speaks, or who acted in the sentence before."""
        word = next(hit for hit in reversed(self.hits[:index]) if "other" in hit.senses)
        if "pronoun" not in word.senses:
            return
        opens = not self.text[self.start : word.start].strip(MARKS)
        if "first" in word.senses:
            known = self._me(word, role)
        else:
            known = self.speaker or (self.context.before if opens else None)
            if known is not None and known.kind == "self" and before.how != "anaphor":
                known = None
            if known is None and opens and role in _VIEWS and self.context.frame:
                known = Entity(word.start, word.end, (), "person")
        if known is not None:
            before.how, before.subject, before.start = "subject", known, word.start

    def _me(self, word: Hit, role: str) -> Entity | None:
        """Who says "I": of whom the section speaks, else somebody; he binds where people meet."""
        ahead = self.text[self.start : word.start].rstrip(MARKS)
        tied = any(hit.end == self.start + len(ahead) for hit in self.hits)
        if (ahead and not tied and ahead[-1] not in _SIGNS) or role == "act":
            return None
        if role not in _VIEWS and not (self.context.frame or self.context.topic):
            return None
        context = self.context
        codes = context.quoted or context.voice or (context.topic.codes if context.topic else ())
        return Entity(word.start, word.end, codes, "self" if codes else "person")
