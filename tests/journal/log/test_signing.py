import base64
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as generate_other
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.full_disk import full_disk
from zakuro.journal.log.signing import (
    Position,
    check_basis,
    generate_key,
    is_signed_by,
    message_to_sign,
    public_key_text,
    read_private_key,
    read_public_key,
    sign,
    write_private_key,
)
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import ZakuroError

ACT = Draft(
    kind="confirmation",
    subject="P-3",
    author=Author(filed_by="dana", party="KAZ", basis="signed"),
    body={"value": "150000000"},
)
SEEN = Position(number=41, leaf="ab" * 32)


def test_what_is_signed_stays_the_same() -> None:
    # Signatures stand for ever: these bytes may never change.
    assert message_to_sign("example.org/c5", ACT, SEEN).decode() == (
        '{"body":{"value":"150000000"},"books":"example.org/c5","kind":"confirmation",'
        f'"previous":{{"leaf":"{"ab" * 32}","number":41}},"subject":"P-3"}}'
    )
    first = msgspec.structs.replace(ACT, supersedes=7)
    assert message_to_sign("b", first, None).decode() == (
        '{"body":{"value":"150000000"},"books":"b","kind":"confirmation","previous":null,'
        '"subject":"P-3","supersedes":7}'
    )


def test_a_known_key_gives_a_known_signature() -> None:
    # The first key of RFC 8032, 7.1, which signs the empty message there.
    secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))
    assert (
        public_key_text(key)
        == "ed25519:"
        + base64.b64encode(
            bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
        ).decode()
    )
    assert is_signed_by(sign(ACT, key, "b", SEEN), public_key_text(key), "b", SEEN)


def test_a_signature_fits_one_state_of_one_set_of_books() -> None:
    key = generate_key()
    public = public_key_text(key)
    signed = sign(ACT, key, "b", SEEN)
    assert is_signed_by(signed, public, "b", SEEN)
    assert not is_signed_by(signed, public, "c", SEEN)
    assert not is_signed_by(signed, public, "b", None)
    assert not is_signed_by(signed, public, "b", Position(number=42, leaf=SEEN.leaf))
    assert not is_signed_by(signed, public, "b", Position(number=41, leaf="cd" * 32))
    assert not is_signed_by(signed, public_key_text(generate_key()), "b", SEEN)
    others: list[dict[str, Any]] = [
        {"body": {}},
        {"kind": "dispute"},
        {"subject": "P-4"},
        {"supersedes": 3},
    ]
    for changes in others:
        changed = msgspec.structs.replace(signed, **changes)
        assert not is_signed_by(changed, public, "b", SEEN)


def test_a_signature_has_one_spelling() -> None:
    key = generate_key()
    signed = sign(ACT, key, "b", None)
    assert signed.signature is not None
    # 64 bytes leave four unused bits before the padding: setting them would spell it otherwise.
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    other = letters[letters.index(signed.signature[-3]) + 1]
    respelled = signed.signature[:-3] + other + "=="
    assert base64.b64decode(respelled) == base64.b64decode(signed.signature)
    for wrong in (respelled, signed.signature + "\n", "", "AAAA", "é" * 88, None):
        changed = msgspec.structs.replace(signed, signature=wrong)
        with pytest.raises(ZakuroError, match="64 bytes"):
            is_signed_by(changed, public_key_text(key), "b", None)


def test_basis_and_signature_go_together() -> None:
    check_basis(sign(ACT, generate_key(), "b", None))
    with pytest.raises(ZakuroError, match="carries no signature"):
        check_basis(ACT)
    with pytest.raises(ZakuroError, match="names no party"):
        check_basis(
            msgspec.structs.replace(
                ACT, author=Author(filed_by="dana", basis="signed"), signature="x"
            )
        )
    with pytest.raises(ZakuroError, match="must be signed"):
        check_basis(msgspec.structs.replace(ACT, author=Author(filed_by="dana"), signature="x"))


def test_a_private_key_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    key = generate_key()
    path = tmp_path / "kaz.pem"
    write_private_key(key, path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert public_key_text(read_private_key(path)) == public_key_text(key)
    with pytest.raises(ZakuroError, match="exists already"):
        write_private_key(generate_key(), path)
    assert public_key_text(read_private_key(path)) == public_key_text(key)
    with pytest.raises(ZakuroError, match="Cannot write"):
        write_private_key(key, tmp_path / "absent" / "kaz.pem")


def test_half_a_key_stays_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "kaz.pem"
    with full_disk(10), pytest.raises(ZakuroError, match="Cannot write the key to"):
        write_private_key(generate_key(), path)
    assert not path.exists()
    write_private_key(generate_key(), path)


def test_a_file_without_a_usable_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    with pytest.raises(ZakuroError, match="Cannot read"):
        read_private_key(path)
    path.write_text("no key")
    with pytest.raises(ZakuroError, match="no private key"):
        read_private_key(path)
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    locked = serialization.BestAvailableEncryption(b"secret")
    path.write_bytes(generate_key().private_bytes(pem, pkcs8, locked))
    with pytest.raises(ZakuroError, match="without a passphrase"):
        read_private_key(path)
    other = generate_other(SECP256R1())
    path.write_bytes(other.private_bytes(pem, pkcs8, serialization.NoEncryption()))
    with pytest.raises(ZakuroError, match="another kind"):
        read_private_key(path)


def test_public_keys_are_read_from_their_line() -> None:
    text = public_key_text(generate_key())
    assert public_key_text(read_public_key(text)) == text
    for wrong in (
        "",
        "ed25519:",
        text[8:],
        "rsa:" + text[8:],
        text[:-4],
        text + "AAAA",
        "ed25519:é",
    ):
        with pytest.raises(ZakuroError, match="no public key"):
            read_public_key(wrong)


def test_openssl_agrees(tmp_path: Path) -> None:
    # Another's tool reads the key file and verifies the signature.
    key = generate_key()
    write_private_key(key, tmp_path / "key.pem")
    signed = sign(ACT, key, "b", SEEN)
    assert signed.signature is not None
    (tmp_path / "signature").write_bytes(base64.b64decode(signed.signature))
    (tmp_path / "message").write_bytes(message_to_sign("b", ACT, SEEN))
    command = ["openssl", "pkeyutl", "-verify", "-rawin", "-inkey", "key.pem", "-in", "message",
               "-sigfile", "signature"]  # fmt: skip
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert b"Verified Successfully" in done.stdout
