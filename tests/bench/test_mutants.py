from bench.mutants import ROOT, SOURCE, all_of, drawn, mirrored, mutants_of

CODE = '''
def paid(value: int, days: int = 3) -> bool:
    """At most 10."""
    if value > 10 and not days == 3:
        note(value)
        return value + days
    return f"{value + 1}" is not None
'''


def test_operators_make_what_their_names_say() -> None:
    found = mutants_of(CODE, "paid.py")
    made = {(m.operator, m.before, m.after) for m in found}
    assert ("comparison", "value > 10", "(value >= 10)") in made
    both = "value > 10 and not days == 3"
    assert ("and-or", both, "(value > 10 or not days == 3)") in made
    assert ("condition", both, "(not (value > 10 and (not days == 3)))") in made
    assert ("not", "not days == 3", "(days == 3)") in made
    assert ("arithmetic", "value + days", "(value - days)") in made
    assert ("number", "3", "(4)") in made
    assert ("statement", "note(value)", "pass") in made
    assert ("return", "return value + days", "return None") in made
    assert not any(m.operator == "arithmetic" and "+ 1" in m.before for m in found), "no f-strings"
    for mutant in found:
        raw = CODE.encode()
        changed = raw[: mutant.start] + mutant.after.encode() + raw[mutant.end :]
        compile(changed, "paid.py", "exec")


def test_the_seed_draws_the_same_again() -> None:
    first = drawn("decide", 20)
    assert first == drawn("decide", 20)
    assert len({(m.file, m.start, m.operator, m.after) for m in first}) == 20
    every = all_of("decide")
    assert set(first) <= set(every)
    assert drawn("decide", len(every) + 1) == every
    for mutant in first:
        written = (SOURCE / mutant.file).read_bytes()
        assert written[mutant.start : mutant.end].decode() == mutant.before


def test_the_tests_that_mirror_a_file_come_first() -> None:
    own = ["tests/decide/test_fold.py", "tests/decide"]
    assert mirrored("decide/fold.py", ("tests/decide",)) == own
    assert mirrored("journal/__init__.py", ("tests/journal",)) == ["tests/journal"]
    assert (ROOT / "tests/decide").is_dir()
