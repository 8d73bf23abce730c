"""Names in many languages and entries in other authorities' lists: what all terms have."""

from collections.abc import Callable

from django.db.models import Model, OuterRef, Q
from rdflib import URIRef

from archive.access import Actor
from archive.models import MatchKind, NameKind
from ontology.mappings.declare import ByRole, Field, Link, Lit, Many
from ontology.mappings.texts import web_address
from ontology.namespaces import OWL, SKOS

_OTHER = Lit(SKOS.altLabel, "name", "otherNames", language="language")

_NAMES: dict[str, tuple[Field, ...]] = {
    NameKind.PREFERRED: (Lit(SKOS.prefLabel, "name", "name", language="language"),),
    NameKind.ALTERNATIVE: (_OTHER,),
    NameKind.FORMER: (_OTHER,),
    NameKind.TRANSLITERATION: (_OTHER,),
    NameKind.HIDDEN: (Lit(SKOS.hiddenLabel, "name", "hiddenNames", language="language"),),
}


def _match(predicate: URIRef, name: str) -> Link:
    return Link(predicate, ("iri",), web_address, name)


_MATCHES: dict[str, tuple[Field, ...]] = {
    MatchKind.EXACT: (_match(SKOS.exactMatch, "exactMatches"),),
    MatchKind.CLOSE: (_match(SKOS.closeMatch, "closeMatches"),),
    MatchKind.BROAD: (_match(SKOS.broadMatch, "broadMatches"),),
    MatchKind.NARROW: (_match(SKOS.narrowMatch, "narrowMatches"),),
    MatchKind.RELATED: (_match(SKOS.relatedMatch, "relatedMatches"),),
}


def names(model: type[Model], owner: str) -> Many:
    """Return a term's other names, each with its language."""
    return Many(
        lambda actor: model._default_manager.filter(**{owner: OuterRef("pk")}).order_by("pk"),
        (ByRole("kind", _NAMES),),
    )


def matches(
    model: type[Model],
    owner: str,
    *,
    same: bool = False,
    told: Callable[[Actor], Q] = lambda _: Q(),
) -> Many:
    """Return a term's entries in other lists.

    Parameters
    ----------
    told : the condition under which an entry is for this actor.
    same : an exact match is the thing itself (a person is in VIAF), not a like idea. A close one
        never is.
    """
    cases = dict(_MATCHES)
    if same:
        cases[MatchKind.EXACT] += (_match(OWL.sameAs, "sameAs"),)
    return Many(
        lambda actor: model._default_manager.filter(
            told(actor), **{owner: OuterRef("pk")}
        ).order_by("iri"),
        (ByRole("kind", cases),),
    )
