"""The addresses of the portal: the root chooses a language, all else is a page in one."""

from django.urls import re_path

from zakuro.portal import render

urlpatterns = [
    re_path(r"^$", render.choose_language),
    re_path(r"^(?P<path>.+)$", render.answer),
]
handler404 = render.missing
