"""The addresses for members: the account pages, and those of every portal."""

from allauth.account import views
from allauth.mfa.totp.views import activate_totp
from csp.decorators import csp_update
from django.urls import include, path, re_path

from zakuro.portal import render

with_picture = csp_update({"img-src": ["data:"]})
"""The page that shows a secret as a picture made on the spot."""

urlpatterns = [
    path("account/login/", views.login, name="account_login"),
    path("account/logout/", views.logout, name="account_logout"),
    path("account/reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("account/password/change/", views.password_change, name="account_change_password"),
    path("account/inactive/", views.account_inactive, name="account_inactive"),
    path("account/2fa/totp/activate/", with_picture(activate_totp), name="mfa_activate_totp"),
    path("account/2fa/", include("allauth.mfa.urls")),
    re_path(r"^$", render.choose_language),
    re_path(r"^(?P<path>.+)$", render.answer),
]
handler404 = render.missing
