from pathlib import Path

from zakuro.portal.members.settings import secret_beside, settings_for
from zakuro.portal.site import Site


def test_the_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    users = str(tmp_path / "users.db")
    made = secret_beside(users)
    assert secret_beside(users) == made
    assert (tmp_path / "users.db.secret").stat().st_mode & 0o077 == 0


def test_cookies_are_sent_over_tls_where_the_site_has_it(tmp_path: Path) -> None:
    users = str(tmp_path / "users.db")
    plain = settings_for(Site(books="b.db", users=users))
    guarded = settings_for(Site(books="b.db", users=users, address="https://books.example.org/"))
    assert (plain["SESSION_COOKIE_SECURE"], guarded["SESSION_COOKIE_SECURE"]) == (False, True)
    assert guarded["CSRF_TRUSTED_ORIGINS"] == ["https://books.example.org"]
    assert not guarded["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"]
