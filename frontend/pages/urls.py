"""Addresses of the pages that are no thing's own; the things' are in `ontology.urls`."""

from django.urls import URLPattern, path

from frontend.pages import (
    accounts,
    asking,
    browsing,
    depositing,
    editing,
    erasures,
    holdings,
    own,
    past,
    permits,
    registers,
    requests,
    runs,
    views,
)

urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    path("items", views.items, name="items"),
    path("collections", views.collections, name="collections"),
    path("fonds", browsing.archive, name="archive"),
    path("corpora", browsing.corpora, name="corpora"),
    path("holders", browsing.holders, name="holders"),
    path("vocabularies", browsing.vocabularies, name="vocabularies"),
    *(
        path(which, browsing.terms, {"which": which}, name=f"list-{which}")
        for which in browsing.TERM_LISTS
    ),
    path("places", views.places, name="places"),
    path("holdings", holdings.holdings, name="holdings"),
    *(
        path(which, holdings.register, {"which": which}, name=f"list-{which}")
        for which in registers.REGISTERS
    ),
    *(
        path(f"{which}/<str:key>", holdings.entry, {"which": which}, name=f"entry-{which}")
        for which in registers.ENTRIES
    ),
    path("permits", permits.permits, name="permits"),
    path("erasures", erasures.erasures, name="erasures"),
    path("opening", permits.opening, name="opening"),
    path("journal", past.journal, name="journal"),
    path("bin", past.bin_page, name="bin"),
    path("requests", requests.requests, name="requests"),
    path("desk", own.desk, name="desk"),
    path("runs", runs.runs, name="runs"),
    path("profile", own.profile, name="profile"),
    path("selections", own.selections, name="selections"),
    path("selections/<uuid:key>", own.selection, name="selection"),
    path("ask", asking.ask, name="ask"),
    path("answers/<str:secret>", asking.answer, name="answer"),
    path("merge", past.merge, name="merge"),
    path("history", past.history, name="history"),
    path("deposit", depositing.deposit, name="deposit"),
    path("explorer", views.explorer, name="explorer"),
    path("extra-fields", editing.extra_fields, name="extra-fields"),
    path("new/<str:section>", editing.new, name="new"),
    path("<str:section>/<str:key>/edit", editing.edit, name="edit"),
    path("vocabularies/<str:scheme>/<str:key>/edit", editing.edit_concept, name="edit-concept"),
    path("login", views.log_in, name="login"),
    path("password", accounts.forgotten, name="password"),
    path("password/<str:key>", accounts.new_password, name="new-password"),
    path("logout", views.log_out, name="logout"),
]
