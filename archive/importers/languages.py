"""Languages (ISO 639-3) with their codes in parts 1 and 2, from python-iso639 and pycountry.

python-iso639 carries the tables of the registration authority; pycountry has the names in other
languages (from the iso-codes project).
"""

import gettext
from collections.abc import Iterator, Sequence

import iso639
import pycountry

from archive.access import Actor
from archive.importers.terms import Entry, Report, Say, bring_terms
from archive.models import Language
from archive.services.shapes import LANGUAGE
from archive.services.terms import Match, Name

#: Names are kept in the languages that the site speaks, unless others are asked for.
NAMED_IN = ("fr", "es")
#: The languages of the world as linked data, by the same codes.
LEXVO = "http://lexvo.org/id/iso639-3/{}"


def load_languages(
    *,
    actor: Actor,
    named_in: Sequence[str] = NAMED_IN,
    overwrite: bool = False,
    say: Say = lambda _line: None,
) -> Report:
    """Bring in the languages that are in force; a language of the same code is the same one."""
    entries = list(_entries(named_in))
    known = dict(Language.objects.values_list("slug", "pk"))
    return bring_terms(
        LANGUAGE,
        entries,
        known,
        actor=actor,
        reason=f"languages of ISO 639-3, as of {iso639.DATA_LAST_UPDATED}",
        overwrite=overwrite,
        say=say,
    )


def _entries(named_in: Sequence[str]) -> Iterator[Entry]:
    words = {
        tag: gettext.translation("iso639-3", pycountry.LOCALES_DIR, [tag], fallback=True)
        for tag in named_in
    }
    for each in sorted(iso639.ALL_LANGUAGES, key=lambda language: language.part3 or ""):
        if each.status != "A" or not each.part3:
            continue
        names = [Name(each.name, "en", "preferred")]
        names += [
            Name(other.print, "en", "alternative")
            for other in each.other_names or ()
            if other.print != each.name
        ]
        for tag, catalogue in words.items():
            said = catalogue.gettext(each.name)
            if said != each.name:
                names.append(Name(said, tag, "preferred"))
        yield Entry(
            key=each.part3,
            name=each.name,
            slug=each.part3,
            columns={
                "part1": each.part1 or "",
                "part2b": each.part2b or "",
                "part2t": each.part2t or "",
                "scope": each.scope or "",
                "type": each.type or "",
            },
            names=tuple(names),
            matches=(Match(LEXVO.format(each.part3)),),
        )
