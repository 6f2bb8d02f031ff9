import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from zakuro.journal.books import Head
from zakuro.journal.log.checkpoint import read_checkpoint, sign_checkpoint, verifier_key
from zakuro.model.errors import ZakuroError

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
HEAD = Head(size=70_000, root="5d" * 32)
NOTE = sign_checkpoint("example.org/c5", HEAD, KEY)
LINE = verifier_key("example.org/c5", KEY)


def test_the_form_of_a_checkpoint() -> None:
    text, signature = NOTE.split("\n\n")
    root = base64.b64encode(bytes.fromhex("5d" * 32)).decode()
    assert text == f"example.org/c5\n70000\n{root}"
    assert signature.startswith("— example.org/c5 ")
    assert signature.endswith("\n")
    name, key_id, _ = LINE.split("+", 2)
    assert name == "example.org/c5"
    raw = base64.b64decode(signature.split(" ")[2])
    assert raw[:4].hex() == key_id
    KEY.public_key().verify(raw[4:], f"{text}\n".encode())


def test_a_note_signed_by_others_software_is_read() -> None:
    # The example of the specification of signed notes (golang.org/x/mod/sumdb/note) has this key
    # and note; its text is no checkpoint, and is told apart from a false signature.
    line = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    note = (
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n"
        "\n"
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
        "otpRZb6KE6RyyBwJnAM=\n"
    )
    with pytest.raises(ZakuroError, match="no checkpoint"):
        read_checkpoint(note, line)
    with pytest.raises(ZakuroError, match="false signature"):
        read_checkpoint(note.replace("answer", "anwser"), line)


def test_a_checkpoint_is_read_by_its_key() -> None:
    assert read_checkpoint(NOTE, LINE) == HEAD
    assert read_checkpoint(NOTE, LINE + "\n") == HEAD


def test_signatures_of_others_do_no_harm() -> None:
    witness = sign_checkpoint("example.com/witness", HEAD, Ed25519PrivateKey.generate())
    line = witness.split("\n\n")[1]
    assert read_checkpoint(NOTE + line, LINE) == HEAD
    with pytest.raises(ZakuroError, match="does not bear the signature"):
        read_checkpoint(NOTE.split("\n\n")[0] + "\n\n" + line, LINE)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (NOTE.replace("70000", "70001"), "false signature"),
        (NOTE.replace("70000\n", "70000\nmore\n"), "false signature"),
        (sign_checkpoint("example.org/c5", HEAD, Ed25519PrivateKey.generate()), "does not bear"),
        (sign_checkpoint("example.org/c6", HEAD, KEY), "does not bear"),
        (NOTE[:-10] + "\n", "is none"),
        (NOTE.split("\n\n")[0] + "\n\n", "does not bear"),
        ("", "does not bear"),
        (NOTE.replace("— ", "- "), "does not bear"),
    ],
)
def test_a_changed_checkpoint_is_refused(changed: str, words: str) -> None:
    with pytest.raises(ZakuroError, match=words):
        read_checkpoint(changed, LINE)


def test_a_signed_text_that_is_no_checkpoint_is_refused() -> None:
    for text in ("example.org/c5\n07\nAAAA\n", "example.org/c5\n7\nAAAA\n", "example.org/c5\n"):
        signature = bytes.fromhex(LINE.split("+")[1]) + KEY.sign(text.encode())
        note = f"{text}\n— example.org/c5 {base64.b64encode(signature).decode()}\n"
        with pytest.raises(ZakuroError, match="no checkpoint"):
            read_checkpoint(note, LINE)


def test_wrong_verifier_keys_are_refused() -> None:
    name, key_id, text = LINE.split("+", 2)
    for wrong in ("", name, f"{name}+00000000+{text}", f"other+{key_id}+{text}", LINE[:-4],
                  f"{name}+{key_id}+AAAA", f"{name}+xyz+{text}"):  # fmt: skip
        with pytest.raises(ZakuroError, match="no key to verify"):
            read_checkpoint(NOTE, wrong)


@given(place=st.integers(0, len(NOTE) - 1), other=st.characters(), line=st.text())
def test_no_other_note_and_no_other_key_will_do(place: int, other: str, line: str) -> None:
    changed = NOTE[:place] + other + NOTE[place + 1 :]
    try:
        assert read_checkpoint(changed, LINE) == HEAD
    except ZakuroError:
        assert changed != NOTE
    with pytest.raises(ZakuroError):
        read_checkpoint(NOTE, line)
