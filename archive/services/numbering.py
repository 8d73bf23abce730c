"""Whether a code is as its policy wants it, and which code is next.

Which policy holds for an item's code its collection says, else its holder's policy, if that is one
for items; for collections, corpora and fonds it is their holder's. A strict policy refuses other
codes; another only remarks upon them. Where there is none, any code of the safe alphabet will do.

The next code follows the highest that is, or ever was, borne in its series: by a record whatever
its state, by one that was renamed since, by one that is gone. So no code is given twice. Whoever
mints one holds the series until the transaction ends; others wait and get the code after it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db import connection, models, transaction
from django.utils import timezone

from archive.codes import CannotMint, Series, Template
from archive.errors import CodeTaken, OddCode
from archive.models import CodePolicy, Collection, ErasedCode

M = TypeVar("M", bound=models.Model)

#: How the items of a collection are numbered where no policy says: as they are, or in three digits.
DEFAULT_ITEM = "{collection}_{number:1-3}"

#: How often a code is minted anew when somebody took it by hand meanwhile.
ATTEMPTS = 5

TABLES = {
    "fonds": "archive_fonds",
    "corpus": "archive_corpus",
    "collection": "archive_collection",
    "item": "archive_item",
}


class CodeBreaksPolicy(OddCode):
    """A code that a strict policy refuses."""

    code = "CODE_BREAKS_POLICY"
    field = "code"

    def __init__(self, remark: "Remark") -> None:
        self.remark = remark
        super().__init__(remark.sentence)


@dataclass(frozen=True)
class Remark:
    """What is to be said of a code that is not as its policy wants it."""

    policy: str
    sentence: str
    example: str
    is_refused: bool


@dataclass(frozen=True)
class Wanted:
    """What only a person knows of the next code: its year (else today's), and its free fields."""

    year: int | None = None
    parts: Sequence[str] = ()


@dataclass(frozen=True)
class Place:
    """Where a code is to stand: what says its policy, and what it may begin with."""

    level: str
    policy: CodePolicy | None
    collection: str = ""

    @property
    def written(self) -> str | None:
        """Return its policy's template, or the house's own; None where any code will do."""
        if self.policy is not None:
            return self.policy.template
        return DEFAULT_ITEM if self.level == "item" else None

    @property
    def template(self) -> Template | None:
        return Template.read(self.written) if self.written else None

    @property
    def example(self) -> str:
        """Return a code that would do here."""
        assert self.policy is not None  # noqa: S101 - asked where one stands
        template = Template.read(self.policy.template)
        if self.policy.example and template.accepts(
            self.policy.example, collection=self.collection
        ):
            return self.policy.example
        return template.example(collection=self.collection or "COLLECTION")


def policy_for(
    level: str, *, collection_id: UUID | None = None, holder_id: UUID | None = None
) -> Place:
    """Return where a code of that level would stand, and under which policy, if any.

    Parameters
    ----------
    collection_id : of an item.
    holder_id : of a collection, corpus or fonds.
    """
    if level == "item":
        collection = (
            Collection.objects.select_related("code_policy", "holder__code_policy")
            .filter(pk=collection_id)
            .first()
        )
        if collection is None:
            return Place(level, None)
        own = collection.code_policy
        held = collection.holder.code_policy if collection.holder else None
        policy = own if own is not None and own.level == level else None
        if policy is None and held is not None and held.level == level:
            policy = held
        return Place(level, policy, collection.code)
    held = CodePolicy.objects.filter(holders=holder_id, level=level).first() if holder_id else None
    return Place(level, held)


def remark_on(code: str, place: Place) -> Remark | None:
    """Return what is to be said of the code there; None if it is as it should be."""
    if place.policy is None:
        return None
    template = Template.read(place.policy.template)
    if template.accepts(code, collection=place.collection):
        return None
    example = place.example
    return Remark(
        policy=place.policy.slug,
        sentence=(
            f"The code {code[:140]!r} is not as the policy {place.policy.slug!r} wants it: "
            f"{template.in_words()}; such as {example}."
        ),
        example=example,
        is_refused=place.policy.is_strict,
    )


def check_against_policy(
    level: str,
    code: str,
    *,
    collection_id: UUID | None = None,
    holder_id: UUID | None = None,
) -> Remark | None:
    """Return a lax policy's remark on a code, None if it is as it should be.

    Raises
    ------
    CodeBreaksPolicy : a strict policy refuses it; it says what it should look like.
    """
    remark = remark_on(code, policy_for(level, collection_id=collection_id, holder_id=holder_id))
    if remark is not None and remark.is_refused:
        raise CodeBreaksPolicy(remark)
    return remark


def next_item_code(collection_id: UUID) -> str:
    """Return the code that the next item of the collection would get. It is not reserved.

    Raises
    ------
    CannotMint : the policy's codes hold what only a person knows, or have no number.
    """
    return _next("item", _series_of_items(collection_id))


def next_code(
    level: str,
    *,
    holder_id: UUID | None,
    year: int | None = None,
    given: Sequence[str] = (),
) -> str:
    """Return the next code of a holder's collections, corpora or fonds. It is not reserved.

    Parameters
    ----------
    year : the one of today unless given.
    given : what stands in the fields that only a person knows, in their order.

    Raises
    ------
    CannotMint : the holder has no policy, or its codes hold something else.
    """
    return _next(level, _series_at_holder(level, holder_id, year, given))


def mint_item_code(collection_id: UUID) -> str:
    """Return the next code and hold its series until the transaction ends, for one is begun."""
    series = _series_of_items(collection_id)
    _hold(series)
    return _next("item", series)


def mint_code(
    level: str, *, holder_id: UUID | None, year: int | None = None, given: Sequence[str] = ()
) -> str:
    """As `mint_item_code`, for the levels above."""
    series = _series_at_holder(level, holder_id, year, given)
    _hold(series)
    return _next(level, series)


def minting(mint: Callable[[], str], make: Callable[[str], M]) -> M:
    """Make a record that bears the next code, all in one transaction.

    Somebody may take that very code by hand, who waits for nobody: then another is minted.

    Raises
    ------
    CodeTaken : time and again.
    """
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with transaction.atomic():
                return make(mint())
        except CodeTaken:
            if attempt == ATTEMPTS:
                raise
    raise AssertionError("unreachable")


def _series_of_items(collection_id: UUID) -> Series:
    place = policy_for("item", collection_id=collection_id)
    template = place.template
    assert template is not None  # noqa: S101 - items have a default
    return template.series(collection=place.collection, year=timezone.now().year)


def _series_at_holder(
    level: str, holder_id: UUID | None, year: int | None, given: Sequence[str]
) -> Series:
    template = policy_for(level, holder_id=holder_id).template
    if template is None:
        raise CannotMint("No policy says what these codes look like: write the code yourself.")
    return template.series(year=year or timezone.now().year, given=given)


def _hold(series: Series) -> None:
    """Let other minters of the series wait until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"code {series.before}"]
        )


def _next(level: str, series: Series) -> str:
    """Return the code after the highest of the series, padded as that one is."""
    like = series.before.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT digits::bigint, length(digits)
            FROM (
                SELECT code FROM {TABLES[level]} WHERE code LIKE %(like)s
                UNION ALL
                SELECT code FROM archive_oldcode WHERE kind = %(level)s AND code LIKE %(like)s
                UNION ALL
                SELECT code FROM archive_tombstone WHERE kind = %(level)s AND code LIKE %(like)s
            ) AS borne, substring(code FROM %(pattern)s) AS digits
            WHERE digits IS NOT NULL
            ORDER BY 1 DESC, 2 DESC
            LIMIT 1
            """,  # noqa: S608 (the table is one of ours)
            {"like": like, "level": level, "pattern": series.pattern},
        )
        found: tuple[int, int] | None = cursor.fetchone()
    highest, width = found or (0, series.most)
    width = min(max(width, series.least), series.most)
    number = highest + 1
    while ErasedCode.was_borne(level, code := series.code(number, width)):
        number += 1
    return code
