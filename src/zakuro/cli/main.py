"""The command ``zakuro``: which commands there are, and where each is written."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from zakuro.cli.terminal import flush, guarded
from zakuro.model.errors import ZakuroError

COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("reading", "Read what documents say."),
    "mentions": ("reading", "Find numbers, money, percents, counts, dates, periods and parties."),
    "explain": ("reading", "Show the words, the rule and the marks that made one statement."),
    "check": (
        "checking",
        "Check what documents say against themselves, arithmetic and reference rates.",
    ),
    "series": ("looking.series", "Keep series of figures with books, and list them."),
    "claims": ("looking.series", "List what the documents of books claim of trade"),
    "compare": ("comparing", "Compare what two documents promise"),
    "schema": ("reading", "Print the JSON Schema of what read and mentions give."),
    "init": ("books.keep", "Make new books."),
    "add": ("reviewing.take_in", "Read documents and file what they say."),
    "review": ("reviewing.review", "Accept, correct, join or refuse what was read."),
    "undo": ("reviewing.undo", "Take back the last thing you entered"),
    "documents": ("looking.finding", "List the documents, and how much of each waits for review."),
    "search": ("looking.finding", "Find words in pledges and documents, in any language."),
    "changes": ("looking.finding", "List what was entered since a day"),
    "agreement": ("looking.agreement", "Say how far the reviews of a document in two books agree"),
    "outlook": ("looking.outlook", "Say how a pledge goes on."),
    "feed": ("publishing.feeds", "Give what was entered as an Atom feed."),
    "calendar": ("publishing.feeds", "Give what falls due and is silent as a calendar."),
    "publish": ("publishing.site", "Write the pages and all data as static files."),
    "import": ("publishing.importing", "Take in what others keep"),
    "mcp": ("publishing.mcp", "Answer an assistant's questions on texts and books."),
    "iati": ("publishing.iati", "Give the pledges as IATI 2.03 activities."),
    "brief": ("publishing.brief", "Give a brief"),
    "export": ("looking.export", "Write pledges, entries and documents as tables"),
    "pledges": ("books.lists", "List the pledges and where they stand."),
    "show": ("looking.show", "Show the account of one pledge."),
    "allot": ("books.acts", "Divide a pledge to a group."),
    "report": ("books.acts", "Report a delivery, as the giver."),
    "confirm": ("books.acts", "Confirm a report, as the receiver."),
    "dispute": ("books.acts", "Dispute a report, as the receiver."),
    "reverse": ("books.acts", "Take an entry back, as its author."),
    "milestone": ("books.acts", "Set how much is due by a day."),
    "term": ("books.acts", "Set by when a pledge is due that did not say."),
    "agree": ("books.changes", "Agree to change a pledge"),
    "withdraw": ("books.changes", "Take a pledge back, as its giver alone."),
    "thing": ("things.thing", "Keep things that outlive statements."),
    "take-up": ("things.following", "Say what became of a proposal or call."),
    "proposals": ("things.following", "List proposals and calls, and what became of each."),
    "positions": ("things.following", "List how speakers stand."),
    "looked": ("books.changes", "Enter a search that found no report."),
    "matches": ("reviewing.matches", "Hold results read later against the pledges."),
    "assess": ("books.keep", "Enter an assessor's score."),
    "evidence": ("books.beside", "Lay evidence beside an entry."),
    "reply": ("books.beside", "Enter a party's reply beside an entry."),
    "acknowledge": ("books.beside", "Enter that a receiver has heard or welcomes a promise."),
    "publisher": ("books.beside", "Say who published a document, and whose that publisher is."),
    "link": ("books.keep", "Tie a pledge to the one it is part of."),
    "balance": ("looking.scores", "Give the trial balance."),
    "score": ("looking.scores", "Give the two scores as of a day"),
    "charter": ("books.keys", "Show or change the charter."),
    "key": ("books.keys", "Make or register the key of a party."),
    "assent": ("books.keys", "Sign, as a member, for a key or a charter that waits."),
    "text": ("deciding.text", "Begin, table, contest, settle and show texts."),
    "texts": (
        "deciding.showing",
        "List the texts, where they stand and by when something can be done.",
    ),
    "inbox": ("deciding.showing", "List what waits for a member."),
    "consult": ("deciding.procedure", "Ask members on a text."),
    "answer": ("deciding.procedure", "Answer the last consultation that asked one."),
    "receipt": ("deciding.procedure", "Log that the text on the table has arrived."),
    "silence": ("deciding.procedure", "Open a silence, as the chair."),
    "object": ("deciding.procedure", "Object to a text in silence."),
    "reserve": ("deciding.procedure", "Put a reservation beside a text; it stops nothing."),
    "abstain": ("deciding.procedure", "Abstain constructively."),
    "stand-aside": ("deciding.procedure", "Take no part"),
    "accede": ("deciding.procedure", "Join an adopted text in which one took no part."),
    "meeting": ("deciding.procedure", "Record a meeting, as the chair."),
    "challenge": ("deciding.procedure", "Challenge what a meeting decided without one."),
    "release": ("deciding.release", "Release what one has sealed."),
    "verify": ("books.log", "Check the whole log."),
    "prove": ("books.log", "Prove that an entry stands in the log."),
    "rebuild": ("books.log", "Make the tables for lists again."),
    "export-log": ("books.log", "Publish the log as static files."),
    "backup": ("books.log", "Check the books, and copy them into a new file (SQLite)."),
    "migrate": ("books.log", "Bring books made by an older zakuro up to date."),
    "open": ("portal", "Open books as web pages on this machine."),
    "serve": ("portal", "Serve books as web pages, for anyone to read."),
    "demo": ("books.demo", "Fill books with the bundled example."),
}
"""Each command: the file in ``zakuro.cli`` that holds it, and its line in the list."""

GROUPS: dict[str, tuple[str, ...]] = {
    "Read": ("read", "mentions", "check", "compare", "explain", "schema"),
    "Keep": (
        "init", "charter", "key", "assent", "add", "import", "review", "matches", "undo", "link",
        "evidence", "publisher", "series", "thing", "take-up", "demo",
    ),
    "Act": (
        "allot", "report", "confirm", "dispute", "reverse", "milestone", "term", "agree",
        "withdraw", "looked", "acknowledge", "reply", "assess",
    ),
    "Decide": (
        "text", "texts", "consult", "answer", "receipt", "silence", "object", "reserve", "abstain",
        "stand-aside", "accede", "meeting", "challenge", "release",
    ),
    "Look": (
        "pledges", "show", "proposals", "positions", "outlook", "documents", "search", "inbox",
        "changes", "claims", "balance", "score", "agreement", "serve", "open",
    ),
    "Publish": ("publish", "brief", "export", "iati", "mcp", "feed", "calendar"),
    "Prove": ("verify", "prove", "export-log"),
    "Care": ("backup", "rebuild", "migrate"),
}  # fmt: skip
"""The commands by what one does; a command in none of them stands under More."""

START = (
    "Look around first: zakuro demo --keep demo.db",
    "Your own books: zakuro init books.db, then zakuro add FILE and zakuro review",
    "One command: zakuro COMMAND --help, each with an example",
)

OLD_NAMES = {"take-in": "add"}
"""Names that commands had: they go on working, unseen in the help."""


class LazyGroup(click.Group):
    """A group that loads a command when it is called, so that the list comes at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands, in order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        cmd_name = OLD_NAMES.get(cmd_name, cmd_name)
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"zakuro.cli.{COMMANDS[cmd_name][0]}")
        name = cmd_name.replace("-", "_")
        # A function named as a word of Python (open) bears an underscore.
        command: click.Command = getattr(module, f"{name}_", None) or getattr(module, name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by groups without loading them, and where to start."""
        grouped = {name for names in GROUPS.values() for name in names}
        more = tuple(name for name in COMMANDS if name not in grouped)
        for group, names in (*GROUPS.items(), ("More", more)):
            rows = [(name, COMMANDS[name][1].rstrip(".")) for name in names if name in COMMANDS]
            if rows:
                with formatter.section(group):
                    formatter.write_dl(rows)
        with formatter.section("Where to start"):
            for line in START:
                formatter.write_text(line)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what the user can mend is said in one line, with a non-zero exit."""
        with guarded():
            try:
                result = super().invoke(ctx)
                flush()
            except ZakuroError as error:
                said = str(error)
            except BrokenPipeError:  # who read on has gone away: click ends quietly
                raise
            except OSError as error:
                said = f"{error.filename or 'the output'}: {error.strerror or error}"
            except UnicodeError as error:
                said = f"a name or a text holds what is no character ({error}); give another"
            else:
                return result
            click.echo(f"Error: {said}", err=True)
            sys.exit(1)


@click.group(cls=LazyGroup)
@click.version_option(package_name="zakuro")
def main() -> None:
    """Double-entry books for promises between nations."""
