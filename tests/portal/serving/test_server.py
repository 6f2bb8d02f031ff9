import socket

import pytest

from tests.portal.demo_site import fetched
from zakuro.model.errors import ZakuroError
from zakuro.portal.serving.server import check_port, free_port


def test_a_port_that_is_taken_is_refused() -> None:
    port = free_port()
    check_port("127.0.0.1", port)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        with pytest.raises(ZakuroError, match="--port"):
            check_port("127.0.0.1", port)


def test_an_address_that_is_not_ours() -> None:
    with pytest.raises(ZakuroError, match="Cannot serve"):
        check_port("203.0.113.1", 8000)


def test_the_demo_is_served(served: str) -> None:
    status, headers, text = fetched(f"{served}/en/")
    assert status == 200
    assert "promises" in text
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"


def test_static_files_are_kept_long_and_errors_are_pages(served: str) -> None:
    status, headers, text = fetched(f"{served}/static/portal.css")
    assert status == 200
    assert "max-age=31536000" in headers["cache-control"]
    assert "--paper" in text
    status, _, text = fetched(f"{served}/en/nothing")
    assert status == 404
    assert "This page does not exist" in text
