from zakuro.portal.serving.application import POLICY, STATIC


def test_the_policy_lets_nothing_in_from_outside() -> None:
    assert POLICY["default-src"] == ["'none'"]
    sources = {source for found in POLICY.values() for source in found}
    assert sources == {"'self'", "'none'"}


def test_static_files_are_there_and_ask_for_nothing() -> None:
    for name in ("portal.css", "portal.js", "zakuro.svg"):
        text = (STATIC / name).read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in text.replace("// ", "")
        assert "@import" not in text
