"""The portal as a WSGI application: Django set up for a site, its policy and its static files."""

from __future__ import annotations

import secrets
from importlib.resources import files
from typing import Any

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

from zakuro.portal.members.settings import MIDDLEWARE, settings_for
from zakuro.portal.site import Site

STATIC = files("zakuro.portal") / "static"
_YEAR = 31_536_000

POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
"""What a page may load and do: nothing from outside, no style or script written into it."""


def configure(site: Site) -> None:
    """Set Django up for a site; once in a process."""
    if settings.configured:
        settings.ZAKURO = site
        settings.ALLOWED_HOSTS = list(site.hosts)
        return
    settings.configure(**(_settings(site) | (settings_for(site) if site.users else {})))
    django.setup(set_prefix=False)


def _settings(site: Site) -> dict[str, Any]:
    """Give the settings of every portal."""
    return {
        "DEBUG": False,
        "SECRET_KEY": site.secret or secrets.token_urlsafe(32),
        "ALLOWED_HOSTS": list(site.hosts),
        "ROOT_URLCONF": "zakuro.portal.serving.urls",
        "ZAKURO": site,
        "INSTALLED_APPS": [],
        "MIDDLEWARE": [
            "django.middleware.security.SecurityMiddleware",
            "csp.middleware.CSPMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
            "zakuro.portal.serving.guard.guard",
            "django.middleware.gzip.GZipMiddleware",
            "django.middleware.http.ConditionalGetMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            *(MIDDLEWARE if site.users else ()),
        ],
        "CONTENT_SECURITY_POLICY": {"DIRECTIVES": POLICY},
        "SECURE_REFERRER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
        "USE_I18N": False,
        "USE_TZ": True,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_FAILURE_VIEW": "zakuro.portal.render.forbidden",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 60_000_000,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": 60_000_000,
        "LOGGING_CONFIG": None,
    }


def application_of(site: Site) -> Any:
    """Give the WSGI application of a site."""
    configure(site)
    served = WhiteNoise(get_wsgi_application(), root=str(STATIC), prefix="static/", max_age=_YEAR)
    if site.users:
        for app in ("account", "mfa"):
            served.add_files(str(files("allauth") / app / "static"), prefix="static/")
    return served
