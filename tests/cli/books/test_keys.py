import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_new_charter_is_an_entry(opened: Run) -> None:
    Path("new.toml").write_text('name = "Seven"\nmembers = ["CHN", "C5", "MNG"]', "utf-8")
    assert "books  charter  Seven" in opened("charter", "new.toml").output
    assert "members: CHN, C5, MNG" in opened("charter").output
    Path("bad.toml").write_text("members = ['China']", "utf-8")
    assert "China is no party" in opened("charter", "bad.toml", ok=False).output


def test_a_private_key_is_never_written_over(zakuro: Run) -> None:
    public = zakuro("key", "make", "kaz.pem").output
    assert public.startswith("ed25519:")
    assert "exists already" in zakuro("key", "make", "kaz.pem", ok=False).output


def test_a_key_that_is_none(opened: Run) -> None:
    assert "no public key" in opened("key", "register", "x", "--party", "KAZ", ok=False).output


def test_a_charter_is_shown_whole(zakuro: Run) -> None:
    public = zakuro("key", "make", "kaz.pem").output.strip()
    Path("rules.toml").write_text(
        f'''name = "Two"
members = ["CHN", "KAZ"]
[mandates]
KAZ = ["aliya"]
[score]
late = -1
[keys]
KAZ = "{public}"
[trust]
vouchers = 1
waiting_days = 7
''',
        "utf-8",
    )
    zakuro("init", "books.db", "--charter", "rules.toml")
    shown = zakuro("charter", "--books", "books.db").output
    for words in (
        "for KAZ act only: aliya",
        "scores: late -1",
        f"first key of KAZ: {public}",
        "first or lost key: 1, for a lost one 7 days",
        "more than half of those with keys",
    ):
        assert words in shown
    assert f"KAZ  {public}" in zakuro("key", "list", "--books", "books.db").output


def test_keys_are_vouched_for_recovered_and_given_up(opened: Run) -> None:
    made = {party: opened("key", "make", f"{party}.pem").output.strip() for party in ("KAZ", "UZB")}
    rows = "".join(f'{party} = "{public}"\n' for party, public in made.items())
    Path("rules.toml").write_text(f'members = ["CHN", "C5"]\n[keys]\n{rows}', "utf-8")
    opened("charter", "rules.toml")
    chn = opened("key", "make", "CHN.pem").output.strip()
    asked = opened("key", "register", chn, "--party", "CHN").output
    assert "2 members sign for it: zakuro assent E-" in asked
    name = asked.split()[0]
    assert f"{name}  key of CHN waits: signed by nobody, 2 needed" in opened("key", "list").output
    (waits,) = json.loads(opened("key", "list", "--format", "json").output)["waiting"]
    assert (waits["party"], waits["needs"], waits["holds_from"]) == ("CHN", 2, None)
    for party, rest in (("KAZ", "more signatures are needed"), ("UZB", "it has all signatures")):
        sign = ("assent", name, "--by", party, "--sign-with", f"{party}.pem")
        assert rest in opened(*sign).output
    other = opened("key", "make", "new.pem").output.strip()
    lost = opened("key", "recover", other, "--party", "CHN").output
    assert "then it waits 30 days for objections" in lost
    opened("key", "revoke", "--party", "CHN", "--reason", "not lost", "--entry", lost.split()[0],
           "--sign-with", "CHN.pem")  # fmt: skip
    opened("key", "revoke", "--party", "CHN", "--reason", "stolen", "--sign-with", "CHN.pem")
    assert "CHN" not in opened("key", "list").output
    Path("rules.toml").write_text('members = ["CHN"]', "utf-8")
    assert "2 members sign for it" in opened("charter", "rules.toml", "--filed-by", "x").output
    assert "charter waits" in opened("key", "list").output
    assert "members: CHN, C5" in opened("charter").output


def test_options_that_contradict_are_refused(opened: Run) -> None:
    public = opened("key", "make", "a.pem").output.strip()
    words = ("key", "register", public, "--party", "CHN", "--mandated-too")
    assert "lifts signed only" in opened(*words, ok=False).output
    Path("rules.toml").write_text("members = []", "utf-8")
    assert "changes none" in opened("charter", "rules.toml", "--example", ok=False).output
    for text, said in (
        ('[keys]\nKAZ = "x"', "public key"),
        (f'[keys]\nKAZ = "{public}"\nUZB = "{public}"', "two members have one key"),
        ("[trust]\nvouchers = 0", "whole numbers from 1"),
        ("[trust]\nsigners = 1", "trust.signers is not known"),
    ):
        Path("rules.toml").write_text(text, "utf-8")
        assert said in opened("charter", "rules.toml", ok=False).output
