from decimal import Decimal

import zakuro
from zakuro.cli.reviewing.showing import amount, measured, opened, summary, who
from zakuro.flow.acting.waiting import Open
from zakuro.model.acts import Measure, Pledge


def test_amounts_show_their_bounds_and_units_in_words() -> None:
    assert amount(Decimal("1500000000"), "CNY", bound="about") == "≈ 1,500,000,000 CNY"
    assert amount(Decimal(3), "{centre}") == "3 centres"
    assert amount(Decimal(2), "har", Decimal(2), Decimal(3)) == "2–3 hectares"
    assert measured(Measure(unit="{support}", value=Decimal(1), rule="act")) == "no figure"


def test_what_a_pledge_opens_in_one_line() -> None:
    measure = Measure(unit="{place}", value=Decimal(10), bound="at-least")
    pledge = Pledge(
        statement="D-1:s1", givers=("CHN",), receivers=("KAZ", "UZB"), measures=(measure,),
        act="provide", each=True, part_of="P-2",
    )  # fmt: skip
    assert opened(pledge) == "CHN → KAZ+UZB: ≥ 10 training places each (provide), part of P-2"
    assert who(("M49:001",)) == "everyone"


def test_a_summary_says_on_which_words_a_receiver_rests() -> None:
    text = "# Aid to Somalia\n\nNorway will send 40 tents."
    (said,) = zakuro.read(text, language="en").statements
    told = summary(Open("D-1:s1", said))
    assert "\nTo SOM, whom it does not name: from “Somalia”.\n“Norway will send 40 tents”" in told
