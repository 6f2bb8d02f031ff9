"""The addresses of the portal: the root chooses a language, all else is a page in one."""

from django.urls import re_path

from zakuro.portal import render
from zakuro.portal.api.document import openapi

urlpatterns = [
    re_path(r"^$", render.choose_language),
    re_path(r"^openapi\.json$", openapi),
    re_path(r"^(?P<path>.+)$", render.answer),
]
handler404 = render.missing
