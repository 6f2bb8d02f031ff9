import json

from tests.cli.conftest import Run

LOOKED = ("looked", "P-3", "P-4", "--until", "2026-06-30", "--in", "mfa.gov.cn, Xinhua")


def test_a_search_says_who_looked_where_and_up_to_when(opened: Run) -> None:
    made = opened(*LOOKED, "--language", "zh", "--depth", "100 hits").output
    assert "P-3  search  no report found by anna in mfa.gov.cn, Xinhua (zh; 100 hits)" in made
    shown = opened("pledges", "--as-of", "2026-06-30").output
    assert "no report found by anna" in shown
    assert (
        "1 as of"
        in opened("pledges", "--standing", "no report found", "--as-of", "2026-06-30").output
    )
    before = opened("show", "P-3", "--as-of", "2026-06-29").output
    assert "term over, nobody has looked" in before
    assert "not due" in opened("show", "P-4", "--as-of", "2026-06-30").output


def test_both_agree_one_after_the_other(opened: Run) -> None:
    made = opened(
        "agree", "P-3", "--reduce-to", "1000000000", "--by", "CHN", "--and", "KAZ", "--and", "KGZ",
        "--reason", "fewer projects",
    ).output  # fmt: skip
    assert "proposes: reduce to 1,000,000,000 CNY; CHN" in made
    assert "It holds when TJK, TKM, UZB agrees: zakuro agree P-3 --accept" in made
    name = made.split(maxsplit=1)[0]
    opened("agree", "P-3", "--accept", name, "--by", "TJK", "--and", "TKM")
    assert "All sides agree" in opened("agree", "P-3", "--accept", name, "--by", "UZB").output
    shown = opened("show", "P-3").output
    assert "reduced to 1,000,000,000 CNY by agreement of" in shown
    assert "500,000,000" in shown
    listed = opened("pledges").output
    assert "1,000,000,000 of" in listed
    refused = opened("agree", "P-3", "--accept", name, "--by", "UZB", ok=False)
    assert "in force since" in refused.output


def test_one_thing_at_a_time(opened: Run) -> None:
    for words in ((), ("--end", "--suspend"), ("--end", "--until", "2027-01-01")):
        assert opened("agree", "P-3", *words, "--by", "CHN", ok=False).output.startswith("Error: ")
    assert (
        "no pledge P-99"
        in opened("agree", "P-3", "--replace-by", "P-99", "--by", "CHN", ok=False).output
    )


def test_the_giver_alone_withdraws(opened: Run) -> None:
    assert (
        "Only a giver" in opened("withdraw", "P-3", "--by", "KAZ", "--reason", "x", ok=False).output
    )
    rests = ("withdraw", "P-3", "--for-now", "--until", "2099-01-01", "--by", "CHN")
    made = opened(*rests, "--reason", "floods").output
    assert "for now, up to 2099-01-01; floods; CHN" in made
    assert "for now, up to 2099-01-01" in opened("show", "P-3").output
    made = opened("withdraw", "P-3", "--by", "CHN", "--reason", "no budget").output
    assert "no budget; CHN, entered by its representative" in made
    (whole,) = json.loads(opened("score", "--format", "json").output)
    assert {c["pledge"]: c["by_report"] for c in whole["cells"]}["P-3"] == -1
    assert opened("show", "P-3").output.count("withdrawn") >= 1
