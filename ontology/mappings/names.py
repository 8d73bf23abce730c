"""Names in many languages and entries in other authorities' lists: what all terms have."""

from collections.abc import Callable

from django.db.models import CharField, Model, OuterRef, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat
from rdflib import URIRef

from archive.access import Actor
from archive.models import MatchKind, NameKind
from ontology.mappings.declare import ByRole, Field, Link, Lit, Many, Node, Rows
from ontology.mappings.texts import EDTF, web_address
from ontology.namespaces import DCT, OWL, SKOS, SKOSXL

_OTHER = Lit(SKOS.altLabel, "name", "otherNames", language="language")

_NAMES: dict[str, tuple[Field, ...]] = {
    NameKind.PREFERRED: (Lit(SKOS.prefLabel, "name", "name", language="language"),),
    NameKind.ALTERNATIVE: (_OTHER,),
    NameKind.FORMER: (_OTHER,),
    NameKind.TRANSLITERATION: (_OTHER,),
    NameKind.HIDDEN: (Lit(SKOS.hiddenLabel, "name", "hiddenNames", language="language"),),
}


def _of_name(_actor: Actor) -> Combinable:
    return Concat("language", Value("-"), "name", output_field=CharField())


def _dated(predicate: URIRef) -> tuple[Field, ...]:
    """Return a name as a thing, which a literal cannot be, to say when it was in use."""
    return (
        Node(
            predicate,
            "name-{}",
            (SKOSXL.Label,),
            by=_of_name,
            fields=(
                Lit(SKOSXL.literalForm, "name", language="language"),
                Lit(DCT.temporal, "used", "nameUsed", EDTF),
            ),
        ),
    )


_DATED: dict[str, tuple[Field, ...]] = {
    NameKind.PREFERRED: _dated(SKOSXL.prefLabel),
    NameKind.ALTERNATIVE: _dated(SKOSXL.altLabel),
    NameKind.FORMER: _dated(SKOSXL.altLabel),
    NameKind.TRANSLITERATION: _dated(SKOSXL.altLabel),
    NameKind.HIDDEN: _dated(SKOSXL.hiddenLabel),
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


def names(model: type[Model], owner: str) -> tuple[Many, Many]:
    """Return a term's other names, each with its language, and when those were in use."""

    def held(_: Actor) -> Rows:
        return model._default_manager.filter(**{owner: OuterRef("pk")}).order_by("pk")

    return (
        Many(held, (ByRole("kind", _NAMES),)),
        Many(lambda actor: held(actor).exclude(used=""), (ByRole("kind", _DATED),)),
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
