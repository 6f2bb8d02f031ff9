"""What changes a pledge or finds it undone: agree, withdraw, looked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import click

from zakuro.cli.books.options import (
    AMOUNT,
    DAY,
    ENTRY,
    PLEDGE,
    Given,
    by_party,
    entering,
    print_entry,
    print_json,
)
from zakuro.flow.acting import changes
from zakuro.flow.looking.changes import change_words
from zakuro.model.errors import ZakuroError
from zakuro.words.entries import whose


@click.command()
@click.argument("pledge", metavar="P-3", type=PLEDGE)
@click.option("--reduce-to", type=AMOUNT, help="So much in all is owed from now on.")
@click.option("--unit", help="The unit of --reduce-to, where the pledge has several measures.")
@click.option("--prolong-to", type=DAY, help="It is in time up to and on this day.")
@click.option("--suspend", is_flag=True, help="It rests; with --until up to and on that day.")
@click.option("--until", type=DAY, help="The last day of --suspend.")
@click.option("--resume", is_flag=True, help="It goes on after it rested.")
@click.option("--replace-by", metavar="P-7", type=PLEDGE, help="Another pledge takes its place.")
@click.option("--end", is_flag=True, help="It ends; what is not reported is owed no more.")
@click.option("--accept", "accepts", metavar="E-41", type=ENTRY, help="Agree to this proposal.")
@click.option(
    "--and", "others", multiple=True, metavar="PARTY",
    help="Who agrees too in the same words or by the same person; may be repeated.",
)  # fmt: skip
@click.option("--reason", default="", help="Why.")
@by_party
def agree(
    given: Given,
    *,
    pledge: str,
    reduce_to: Decimal | None,
    unit: str | None,
    prolong_to: date | None,
    suspend: bool,
    until: date | None,
    resume: bool,
    replace_by: str | None,
    end: bool,
    accepts: str | None,
    others: tuple[str, ...],
    reason: str,
) -> None:
    """Agree to change a pledge: giver and receiver together.

    One side proposes, the others --accept its entry; it holds when all have.  A milestone of the
    giver is agreed to likewise.  What it was stays and is shown beside.

    Example: zakuro agree P-3 --reduce-to 1000000000 --by CHN --reason "fewer projects"
    """
    asked = {
        "reduce": reduce_to is not None,
        "prolong": prolong_to is not None,
        "suspend": suspend,
        "resume": resume,
        "replace": replace_by is not None,
        "end": end,
        "accept": accepts is not None,
    }
    chosen = [name for name, given_ in asked.items() if given_]
    if len(chosen) != 1:
        raise ZakuroError(
            "Say one thing to agree on: --reduce-to, --prolong-to, --suspend, --resume, "
            "--replace-by, --end, or --accept E-… of what was proposed."
        )
    if (unit and reduce_to is None) or (until and not suspend):
        raise ZakuroError("--unit goes with --reduce-to, and --until with --suspend.")
    with given.open() as opened:
        made = changes.agree(
            opened,
            pledge,
            given.word,
            change=None if accepts else chosen[0],  # type: ignore[arg-type]
            accepts=accepts,
            value=reduce_to,
            unit=unit,
            until=prolong_to or until,
            by=replace_by,
            reason=reason,
            others=others,
            key=given.key,
        )
        missing = changes.missing(opened, pledge, made[-1].number)
    if given.form == "json":
        print_json(made)
        return
    for entry in made:
        print_entry(entry, given.form, f"{change_words(entry.body)[0]}; {entry.author.party}")
    named = accepts or f"E-{made[0].number}"
    if missing:
        click.echo(
            f"It holds when {', '.join(missing)} agrees: zakuro agree {pledge} --accept {named} "
            f"--by {missing[0]}"
        )
    else:
        click.echo("All sides agree: it holds.")


@click.command()
@click.argument("pledge", metavar="P-3", type=PLEDGE)
@click.option("--reason", required=True, help="Why it is taken back.")
@click.option("--for-now", is_flag=True, help="It only rests, by its giver's word alone.")
@click.option("--until", type=DAY, help="The last day of --for-now.")
@by_party
def withdraw(given: Given, *, pledge: str, reason: str, for_now: bool, until: date | None) -> None:
    """Take a pledge back, as its giver alone; what was pledged stays in the books.

    With --for-now it rests: nobody agreed to that, so its time runs on.  Its giver ends the rest
    by `zakuro agree P-3 --resume`.

    Example: zakuro withdraw P-3 --by CHN --reason "the budget was not passed"
    """
    with given.open() as opened:
        made = changes.withdraw(
            opened, pledge, given.word,
            reason=reason, for_now=for_now, until=until, key=given.key,
        )  # fmt: skip
    said = [*change_words(made.body), reason, whose(made)]
    print_entry(made, given.form, "; ".join(said))


@click.command()
@click.argument("pledges", metavar="P-3…", type=PLEDGE, nargs=-1, required=True)
@click.option("--until", type=DAY, required=True, help="Up to and on which day was searched.")
@click.option("--in", "where", multiple=True, required=True, help="In which sources; repeatable.")
@click.option("--language", "languages", multiple=True, help="In which languages; repeatable.")
@click.option("--depth", default="", help="How deep: the first 100 hits of each.")
@click.option("--who", help="Who searched; else who files it.")
@entering
def looked(
    given: Given,
    *,
    pledges: tuple[str, ...],
    until: date,
    where: tuple[str, ...],
    languages: tuple[str, ...],
    depth: str,
    who: str | None,
) -> None:
    """Enter a search that found no report, of one pledge or several.

    Not looked at is never nothing done: only such a search says that no report was found, by whom,
    where and up to which day.

    Example: zakuro looked P-1 --until 2026-06-30 --in "mfa.gov.cn, Xinhua" --language zh
    """
    with given.open() as opened:
        made = changes.looked(
            opened,
            pledges,
            until=until,
            where=where,
            languages=languages,
            depth=depth,
            who=who,
            filed_by=given.filed_by,
        )
    if given.form == "json":
        print_json(made)
        return
    for entry in made:
        print_entry(entry, given.form, f"{change_words(entry.body)[0]} up to {until}")
