"""Vocabularies in SKOS (Turtle, N-Triples, RDF/XML, JSON-LD): foreign graph in, entries out.

A concept's labels become names, its notes the note, its notation the class of an instrument or the
notation of a concept, its broader concepts parents, its mappings matches; its own address is an
exact match, by which a later reading finds it again. A file that holds mappings and no labels (an
alignment) adds matches to terms that are there, whichever side it tells them from.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pyoxigraph as ox

from archive.access import Actor
from archive.authorities import check_match
from archive.classification import check_hornbostel_sachs
from archive.errors import ArchiveError, OddValue
from archive.importers.rdf import read_rdf
from archive.importers.records import Problem
from archive.importers.terms import Entry, Report, Say, bring_terms, by_matches
from archive.models import Scheme
from archive.services.shapes import CONCEPT, INSTRUMENT, POPULATION, Shape
from archive.services.terms import Match, Name

SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SAME = "http://www.w3.org/2002/07/owl#sameAs"
#: What a term's own name and note are taken from, where there are several languages.
PREFERRED_LANGUAGES = ("en", "fr", "es", "")

_LABELS = {"prefLabel": "preferred", "altLabel": "alternative", "hiddenLabel": "hidden"}
_NOTES = ("scopeNote", "definition", "note")
_MATCHES = {
    f"{SKOS}exactMatch": "exact",
    _SAME: "exact",
    f"{SKOS}closeMatch": "close",
    f"{SKOS}broadMatch": "broad",
    f"{SKOS}narrowMatch": "narrow",
    f"{SKOS}relatedMatch": "related",
    f"{SKOS}related": "related",
}
#: A mapping as the other side says it.
_TURNED = {"broad": "narrow", "narrow": "broad"}


class OddVocabulary(ArchiveError):
    """A file that holds no vocabulary."""

    code = "ODD_VOCABULARY"


@dataclass
class Concept:
    """One concept as its file describes it."""

    iri: str
    labels: list[Name] = field(default_factory=list)
    notes: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    notations: list[str] = field(default_factory=list)
    broader: list[str] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)


def load_skos(
    path: Path,
    into: str,
    *,
    actor: Actor,
    overwrite: bool = False,
    say: Say = lambda _line: None,
) -> Report:
    """Bring a file's concepts into the instruments, the populations, or a scheme of concepts.

    Parameters
    ----------
    into : ``"instruments"``, ``"populations"`` or a scheme's slug.

    Raises
    ------
    OddVocabulary : the file cannot be read, or holds no concept.
    OddValue : there is no such scheme.
    """
    shape, scope = target(into)
    concepts, faults = read_skos(path)
    say(f"{len(concepts):,} concepts in {path.name}")
    there = _there(shape, scope, concepts)
    concepts = _turned(concepts, there)
    entries, problems = _entries(concepts, shape, there)
    named = {*concepts, *(above for each in concepts.values() for above in each.broader)}
    known = {iri: there[_own_address(iri)] for iri in named if _own_address(iri) in there}
    return bring_terms(
        shape,
        entries,
        known,
        actor=actor,
        reason=f"vocabulary {path.name}",
        scope=scope,
        overwrite=overwrite,
        problems=[*faults, *problems],
        say=say,
    )


def _there(
    shape: Shape, scope: Mapping[str, Any], concepts: Mapping[str, Concept]
) -> dict[str, UUID]:
    """Return the terms that are there by the addresses that the concepts name."""
    asked = {_own_address(iri) for iri in concepts}
    for each in concepts.values():
        asked |= {_own_address(iri) for iri in each.broader}
        if not each.labels:
            asked |= {_own_address(match.iri) for match in each.matches}
    there = by_matches(shape, asked)
    if scope:
        held = shape.kind.rows.filter(**scope, pk__in=set(there.values()))
        mine = set(held.values_list("pk", flat=True))
        there = {iri: term for iri, term in there.items() if term in mine}
    return there


def _turned(concepts: dict[str, Concept], there: Mapping[str, UUID]) -> dict[str, Concept]:
    """Return the concepts with mappings from elsewhere to terms of ours said of the latter."""
    found: dict[str, Concept] = {}
    for iri, each in concepts.items():
        ours = [match for match in each.matches if _own_address(match.iri) in there]
        if each.labels or _own_address(iri) in there or not ours:
            held = found.setdefault(iri, each)
            if held is not each:
                held.matches += each.matches
            continue
        for match in ours:
            turned = Match(iri, _TURNED.get(match.kind, match.kind))
            found.setdefault(match.iri, Concept(match.iri)).matches.append(turned)
    return found


def target(into: str) -> tuple[Shape, dict[str, Any]]:
    """Return the tables that a vocabulary goes into, and what bounds them.

    Raises
    ------
    OddValue : no scheme is called so.
    """
    if into == "instruments":
        return INSTRUMENT, {}
    if into == "populations":
        return POPULATION, {}
    scheme = Scheme.objects.filter(slug=into).first() if into.isprintable() else None
    if scheme is None:
        known = ", ".join(Scheme.objects.order_by("slug").values_list("slug", flat=True)[:50])
        raise OddValue(
            "into",
            f"No vocabulary is called {into[:60]!r}: use instruments, populations, or {known}.",
        )
    return CONCEPT, {"scheme_id": scheme.pk}


def read_skos(path: Path) -> tuple[dict[str, Concept], list[Problem]]:
    """Read a file's concepts by their addresses, and whatever it says of concepts elsewhere.

    Raises
    ------
    OddRdf : it cannot be read.
    OddVocabulary : it holds no concept.
    """
    triples, problems = read_rdf(path)
    found: dict[str, Concept] = {}
    narrower: list[tuple[str, str]] = []
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode):
            _take(found, narrower, triple.subject.value, triple.predicate.value, triple.object)
    for above, below in narrower:
        if below in found and above not in found[below].broader:
            found[below].broader.append(above)
    found = {iri: each for iri, each in found.items() if each.labels or each.matches}
    if not found:
        why = f" {problems[0].reason}" if problems else ""
        raise OddVocabulary(f"{path.name} holds no SKOS concept: no label, no mapping.{why}")
    return found, problems


def _take(
    found: dict[str, Concept],
    narrower: list[tuple[str, str]],
    subject: str,
    predicate: str,
    thing: Any,
) -> None:
    concept = found.get(subject)
    if concept is None:
        concept = found[subject] = Concept(subject)
    name = predicate.removeprefix(SKOS)
    if isinstance(thing, ox.Literal):
        text, language = thing.value.strip(), thing.language or ""
        if name in _LABELS:
            concept.labels.append(Name(" ".join(text.split()), language, _LABELS[name]))
        elif name in _NOTES:
            concept.notes.setdefault(name, {}).setdefault(language, []).append(text)
        elif name == "notation":
            concept.notations.append(text)
    elif isinstance(thing, ox.NamedNode):
        if predicate in _MATCHES and thing.value != subject:
            concept.matches.append(Match(thing.value, _MATCHES[predicate]))
        elif name in {"broader", "broaderGeneric", "broaderPartitive"}:
            concept.broader.append(thing.value)
        elif name == "narrower":
            narrower.append((subject, thing.value))


def _entries(
    concepts: Mapping[str, Concept], shape: Shape, there: Mapping[str, Any]
) -> tuple[list[Entry], list[Problem]]:
    entries: list[Entry] = []
    problems: list[Problem] = []
    for concept in concepts.values():
        is_there = _own_address(concept.iri) in there
        if not concept.labels and not is_there:
            problems.append(
                Problem(concept.iri, "It has no label, and no term here matches it exactly.")
            )
            continue
        labels = _one_preferred_each(concept, problems)
        best = _best(labels)
        here = [b for b in concept.broader if b in concepts and concepts[b].labels]
        here += [b for b in concept.broader if b not in here and _own_address(b) in there]
        elsewhere = [Match(b, "broad") for b in concept.broader if b not in here]
        columns = _columns(concept, best.language if best else "", shape, problems)
        entries.append(
            Entry(
                key=concept.iri,
                name=best.name if best else "",
                columns=columns,
                names=tuple(labels),
                matches=(Match(concept.iri), *concept.matches, *elsewhere),
                parents=tuple(dict.fromkeys(here)),
            )
        )
    return entries, problems


def _own_address(iri: str) -> str:
    """Return the address as matches keep it; as it is where it is odd, and so matches nothing."""
    try:
        return check_match(iri)
    except ArchiveError:
        return iri


def _one_preferred_each(concept: Concept, problems: list[Problem]) -> list[Name]:
    """Return the labels, at most one preferred a language (SKOS S14), those first."""
    kept: list[Name] = []
    preferred = set[str]()
    order = list(_LABELS.values())
    for label in sorted(concept.labels, key=lambda name: order.index(name.kind)):
        if not label.name:
            continue
        if label.kind == "preferred" and label.language in preferred:
            problems.append(
                Problem(
                    f"{label.name} ({concept.iri})",
                    f"A second preferred label in {label.language or 'no language'}: "
                    "kept as an alternative.",
                )
            )
            kept.append(Name(label.name, label.language, "alternative"))
            continue
        if label.kind == "preferred":
            preferred.add(label.language)
        kept.append(label)
    return kept


def _best(labels: Sequence[Name]) -> Name | None:
    """Return the label that is to be the term's name."""
    preferred = [label for label in labels if label.kind == "preferred"]
    shown = preferred or [label for label in labels if label.kind == "alternative"]
    return min(shown, key=lambda label: _rank(label.language), default=None)


def _rank(language: str) -> tuple[int, str]:
    first = language.partition("-")[0].lower()
    known = PREFERRED_LANGUAGES.index(first) if first in PREFERRED_LANGUAGES else 99
    return known, language


def _columns(
    concept: Concept, language: str, shape: Shape, problems: list[Problem]
) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    texts = _texts(concept.notes)
    if texts:
        own = language if language in texts else min(texts, key=_rank)
        columns["note"] = texts.pop(own)
        texts.pop("", None)  # a second text in no language has no place beside the first
        if texts:
            columns["translations"] = {"note": dict(sorted(texts.items()))}
    if concept.notations and shape is CONCEPT:
        columns["notation"] = concept.notations[0]
    elif concept.notations and shape is INSTRUMENT:
        try:
            columns["hornbostel_sachs"] = check_hornbostel_sachs(concept.notations[0])
        except OddValue as odd:
            problems.append(Problem(concept.iri, f"Its notation was left out: {odd}"))
    return columns


def _texts(notes: Mapping[str, Mapping[str, Iterable[str]]]) -> dict[str, str]:
    """Return the notes of all sorts by language, one paragraph each."""
    found: dict[str, list[str]] = defaultdict(list)
    for sort in _NOTES:
        for language, texts in notes.get(sort, {}).items():
            found[language] += sorted(text for text in texts if text not in found[language])
    return {language: "\n\n".join(texts) for language, texts in found.items()}
