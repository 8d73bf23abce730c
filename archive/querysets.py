"""Where every public read begins."""

from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import DateTimeField, Exists, OuterRef, Q, Value
from django.db.models.functions import Cast
from django.db.models.lookups import GreaterThan, LessThanOrEqual

from archive.access import PUBLIC, Act, Actor, item_rule, level_rule, track_rule
from archive.ageing import opens_on
from archive.counting import halves_of, mark_last
from archive.search import ITEM_WORDS, LONGEST_QUERY, Fold
from archive.withholding import hears_whole


class ItemQuerySet(models.QuerySet[Any]):
    """Items; `allowing` is the rule, `visible_to` its most common use."""

    def allowing(self, actor: Actor, act: Act) -> Self:
        return self.filter(item_rule(actor, act))

    def visible_to(self, actor: Actor) -> Self:
        found = self.allowing(actor, Act.FIND)
        if actor.finds_more and not actor.is_staff:
            mark_last(found.query)
        return found

    def count(self) -> int:
        """Count what is open to all by its index, and what somebody finds besides by its own."""
        if self._result_cache is None and (halves := halves_of(self.query)):
            return sum(half.get_count(using=self.db) for half in halves)
        return super().count()

    def with_sound(self) -> Self:
        return self.filter(Exists(_model("Part").objects.filter(item=OuterRef("pk"))))

    def matching(self, words: str) -> Self:
        """Items whose title, original title or code holds every word, accents and case aside."""
        found = self.alias(words=ITEM_WORDS)
        for word in words[:LONGEST_QUERY].split():
            found = found.filter(words__contains=Fold(Value(word)))
        return found

    def ageing(self) -> Self:
        """Items whose sound opens with age, by their own word or their collection's."""
        return self.filter(Q(opens_with_age=True) | Q(collection__opens_with_age=True))

    def opened_between(self, last: str, now: str) -> Self:
        """Items whose embargo ended, or which grew old enough, after the one moment and until the
        other: both as the database writes them.
        """
        ended = Q(embargo_until__gt=last, embargo_until__lte=now)
        if last[:10] == now[:10]:  # age opens at midnight alone
            return self.filter(ended)
        grown = self.ageing().filter(
            GreaterThan(opens_on(), Cast(Value(last), DateTimeField())),
            LessThanOrEqual(opens_on(), Cast(Value(now), DateTimeField())),
        )
        return self.filter(ended | Q(pk__in=grown.values("pk")))

    def opening_by(self, moment: Any) -> Self:
        """Items that the public will hear at a moment to come and does not hear yet, by no more
        than the passing of time; `opens_on` is the day of those that grow old enough.
        """
        by_time = Q(embargo_until__isnull=False) | Q(pk__in=self.ageing().values("pk"))
        return (
            self.filter(by_time)
            .filter(~item_rule(PUBLIC, Act.LISTEN), item_rule(PUBLIC, Act.LISTEN, now=moment))
            .annotate(opens_on=opens_on())
        )

    def within(self, place_id: UUID) -> Self:
        """Items recorded at the place or anywhere below it."""
        return self.filter(place__ancestor_links__ancestor=place_id)


class LevelQuerySet(models.QuerySet[Any]):
    """Fonds, corpora and collections: described unless their level is none."""

    def visible_to(self, actor: Actor) -> Self:
        return self.filter(level_rule(actor, str(self.model._meta.model_name)))


class TermQuerySet(models.QuerySet[Any]):
    """Places, instruments, groups, languages, agents.

    A term is public when a published authority lists it, or when a public record uses it:
    a name that only hidden records bear would betray them.
    """

    #: From an item's row to the term's id: lookups of Item, set per model.
    item_lookups: tuple[str, ...] = ()

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_staff:
            return self
        return self.filter(Q(is_authoritative=True) | self._used_by_visible_item(actor))

    def used_by_visible(self, actor: Actor) -> Q:
        """Return the condition that a record uses the term which the actor may find."""
        return self._used_by_visible_item(actor)

    def _used_by_visible_item(self, actor: Actor) -> Q:
        items = _model("Item").objects.visible_to(actor)
        used = Q()
        for lookup in self.item_lookups:
            used |= Q(Exists(items.filter(**{lookup: OuterRef("pk")})))
        return used


class PlaceQuerySet(TermQuerySet):
    item_lookups = ("place__ancestor_links__ancestor",)


class SchemeQuerySet(models.QuerySet[Any]):
    """Vocabularies: those that the archive lists, and all of them for staff."""

    def visible_to(self, actor: Actor) -> Self:
        return self if actor.is_staff else self.filter(is_listed=True)


class ConceptQuerySet(TermQuerySet):
    item_lookups = ("concept_links__concept__ancestor_links__ancestor",)

    def visible_to(self, actor: Actor) -> Self:
        seen = super().visible_to(actor)
        return seen if actor.is_staff else seen.filter(scheme__is_listed=True)

    def _used_by_visible_item(self, actor: Actor) -> Q:
        """Records of the other levels use concepts too, and so do carriers."""
        links = _model("RecordConcept").objects.filter(
            concept__ancestor_links__ancestor=OuterRef("pk")
        )
        carriers = links.filter(carrier__in=_model("Carrier").objects.visible_to(actor))
        return (
            super()._used_by_visible_item(actor)
            | _at_visible_level(links, actor)
            | Q(Exists(carriers))
        )


class HolderQuerySet(models.QuerySet[Any]):
    """Institutions show themselves."""

    def visible_to(self, actor: Actor) -> Self:
        return self


class StaffQuerySet(models.QuerySet[Any]):
    """What the archive keeps to itself: agreements, accessions."""

    def visible_to(self, actor: Actor) -> Self:
        return self if actor.is_staff else self.none()


class AgreementQuerySet(StaffQuerySet):
    """Agreements are staff's; visitors meet those that a record cites, and read their summary."""

    def cited_to(self, actor: Actor) -> Self:
        """Return those that a record cites which the actor may find; all of them for staff."""
        if actor.is_staff:
            return self
        cited = Q(Exists(_model("Item").objects.visible_to(actor).filter(agreement=OuterRef("pk"))))
        for level in ("Collection", "Corpus", "Fonds"):
            records = _model(level).objects.visible_to(actor).filter(agreement=OuterRef("pk"))
            cited |= Q(Exists(records))
        return self.filter(cited)


class ForAudienceQuerySet(models.QuerySet[Any]):
    """What says itself for whom it is."""

    def visible_to(self, actor: Actor) -> Self:
        return self.filter(audience__in=actor.audiences)


class TrackQuerySet(models.QuerySet[Any]):
    """Transcripts, lyrics, markers: their own audience, and their item's rule."""

    def visible_to(self, actor: Actor) -> Self:
        return self.filter(track_rule(actor))


class AnnotationQuerySet(models.QuerySet[Any]):
    """What tracks say; as their track, and not what is said where the sound is withheld."""

    def visible_to(self, actor: Actor) -> Self:
        silent = _model("WithheldRange").objects.filter(
            Q(start_s__lt=OuterRef("end_s")) | Q(start_s__lte=OuterRef("start_s")),
            item=OuterRef("track__item"),
            end_s__gt=OuterRef("start_s"),
        )
        return self.filter(
            track_rule(actor, "track__"), hears_whole(actor, "track__item__") | ~Exists(silent)
        )


class CarrierQuerySet(models.QuerySet[Any]):
    """Carriers are seen by whoever may see something that they hold."""

    def visible_to(self, actor: Actor) -> Self:
        if actor.is_staff:
            return self
        contents = _model("CarrierContent").objects.visible_to(actor)
        return self.filter(Exists(contents.filter(carrier=OuterRef("pk"))))


class CarrierContentQuerySet(models.QuerySet[Any]):
    """What a carrier holds: an item or a collection, and only as far as one may find that."""

    def visible_to(self, actor: Actor) -> Self:
        held = Q(item_rule(actor, Act.FIND, "item__"), item__isnull=False)
        listed = Q(level_rule(actor, "collection", "collection__"), collection__isnull=False)
        return self.filter(held | listed)


class InstrumentQuerySet(TermQuerySet):
    item_lookups = ("performances__instrument__ancestor_links__ancestor",)


class PopulationQuerySet(TermQuerySet):
    item_lookups = ("population_links__population__ancestor_links__ancestor",)


class LanguageQuerySet(TermQuerySet):
    item_lookups = ("language_links__language",)


class AgentQuerySet(TermQuerySet):
    """Agents are people: seen only through a role whose audience one belongs to."""

    def _used_by_visible_item(self, actor: Actor) -> Q:
        told = {"agent": OuterRef("pk"), "audience__in": actor.audiences}
        of_item = item_rule(actor, Act.FIND, "item__")
        return (
            Q(Exists(_model("ItemAgent").objects.filter(of_item, **told)))
            | Q(Exists(_model("PerformancePlayer").objects.filter(of_item, **told)))
            | _at_visible_level(_model("LevelAgent").objects.filter(**told), actor)
        )


def _at_visible_level(links: models.QuerySet[Any], actor: Actor) -> Q:
    """Return the condition that one of these rows hangs on a level that the actor may find."""
    found = Q()
    for level in ("fonds", "corpus", "collection"):
        owned = Q(**{f"{level}__isnull": False})
        found |= Q(Exists(links.filter(owned & level_rule(actor, level, f"{level}__"))))
    return found


def _model(name: str) -> Any:
    from django.apps import apps

    return apps.get_model("archive", name)
