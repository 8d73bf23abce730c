"""A document of the site: head, readable body, and the answers that the application starts with."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from archive.access import PUBLIC
from archive.actors import actor_of
from frontend.pages.assets import assets_for
from frontend.pages.catalogue import language_of, say
from frontend.pages.questions import Answer
from ontology import iris
from ontology.negotiate import FORMATS, HTML

LONGEST_DESCRIPTION = 200


@dataclass(frozen=True)
class Page:
    """What a template needs beside its own context."""

    template: str
    title: str
    description: str = ""
    #: The thing's path, where the page is a thing's: its other formats are linked.
    path: str = ""
    #: Path of the Vue component that takes the page over; none for a page that stays as it is.
    component: str = ""
    answers: tuple[Answer, ...] = ()
    linked_data: dict[str, Any] | None = None
    audio_url: str = ""
    context: dict[str, Any] = field(default_factory=dict)
    status: int = 200


def draw(request: HttpRequest, page: Page) -> HttpResponse:
    """Return the document."""
    language = language_of(request)
    user = request.user
    viewer = None
    if user.is_authenticated:
        # Forms and mutations of those who are signed in need the token; visitors get no cookie.
        get_token(request)
        viewer = {"name": user.get_username(), "isStaff": bool(user.is_staff)}
    response = render(
        request,
        f"pages/{page.template}.html",
        {
            **page.context,
            "page": page,
            "language": language,
            "assets": assets_for(page.component),
            "title": f"{page.title} \N{EN DASH} {say(language, 'site.name')}" if page.title else "",
            "description": _shortened(page.description),
            "viewer": viewer,
            "canonical": f"{iris.base()}{page.path}" if page.path else "",
            "alternates": [one for one in FORMATS if one != HTML] if page.path else [],
            "linked_data": in_script(page.linked_data) if page.linked_data else "",
            "answers": in_script([answer.embedded for answer in page.answers]),
            "viewer_data": in_script(viewer),
        },
        status=page.status,
    )
    response["Content-Language"] = language
    response["Cache-Control"] = "no-cache" if actor_of(request) == PUBLIC else "private, no-store"
    patch_vary_headers(response, ["Accept-Language", "Authorization", "Cookie"])
    return response


def in_script(value: object) -> str:
    """Return JSON that can stand in a script element: no text in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    if len(flat) <= LONGEST_DESCRIPTION:
        return flat
    return f"{flat[:LONGEST_DESCRIPTION].rsplit(' ', 1)[0]}…"
