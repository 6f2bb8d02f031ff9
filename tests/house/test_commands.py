"""Every command says what it does, with an example."""

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from zakuro.cli import main


def commands(command: click.Command, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command that does something."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below, (*words, name))
    else:
        yield words


@pytest.mark.parametrize("words", list(commands(main)), ids=" ".join)
def test_help_holds_an_example_of_the_command(words: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(main, [*words, "--help"])
    assert shown.exit_code == 0
    _, _, examples = shown.output.partition("Example")
    assert f"zakuro {' '.join(words)}" in examples
    assert "\\b" not in shown.output


def test_there_are_commands() -> None:
    assert ("read",) in set(commands(main))
