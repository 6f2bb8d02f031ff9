"""How Django is set up for members: accounts in the portal's own database, log-in by allauth."""

from __future__ import annotations

import os
import secrets
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zakuro.portal.site import Site

MIDDLEWARE = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
)
_DAY = 86_400


def settings_for(site: Site) -> dict[str, Any]:
    """Give what members need beside the settings of every portal."""
    secure = site.address.startswith("https://")
    return {
        "SECRET_KEY": secret_beside(site.users),
        "ROOT_URLCONF": "zakuro.portal.members.urls",
        "INSTALLED_APPS": [
            "django.contrib.contenttypes",
            "django.contrib.auth",
            "django.contrib.sessions",
            "django.contrib.messages",
            "allauth",
            "allauth.account",
            "allauth.mfa",
        ],
        "DATABASES": {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": site.users,
                "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
            }
        },
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "CACHES": {
            "default": {
                "BACKEND": "django.core.cache.backends.db.DatabaseCache",
                "LOCATION": "counted",
            }
        },
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [str(files("zakuro.portal") / "account_templates")],
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                        "zakuro.portal.members.adapter.way_back",
                    ]
                },
            }
        ],
        "USE_I18N": True,
        "STATIC_URL": "/static/",
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "AUTH_PASSWORD_VALIDATORS": [
            {
                "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
                "OPTIONS": {"min_length": 12},
            },
            {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
            {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
        ],
        "LOGIN_URL": "/account/login/",
        "LOGIN_REDIRECT_URL": "/",
        "LOGOUT_REDIRECT_URL": "/",
        "ACCOUNT_ADAPTER": "zakuro.portal.members.adapter.ByInvitation",
        "ACCOUNT_LOGOUT_REDIRECT_URL": "/",
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_LOGIN_METHODS": {"email"},
        "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_RATE_LIMITS": {"login_failed": "5/5m/key,20/5m/ip", "login": "30/m/ip"},
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        "MFA_TOTP_ISSUER": "zakuro",
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_AGE": _DAY,
        "CSRF_COOKIE_SECURE": secure,
        "CSRF_TRUSTED_ORIGINS": [site.address.rstrip("/")] if site.address else [],
    }


def secret_beside(users: str) -> str:
    """Give the secret of a database of users: made once, in a file that only its owner reads."""
    place = Path(f"{users}.secret")
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return place.read_text("utf-8")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        made = secrets.token_urlsafe(48)
        file.write(made)
    return made
