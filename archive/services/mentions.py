"""Where other records still name a person who is erased: found by name, to be read by a curator.

A name in somebody's prose is not a link, and taking it out is a decision about that text. So an
erasure lists where one of the names stands; ids only. The history of those texts is theirs.
"""

from typing import Any

from django.db import connection, models

from archive.erasing import Doomed
from archive.history import tracked
from archive.models import Agent, AgentName

MOST = 200
#: A shorter name is in too many words to be looked for.
_SHORTEST = 3


def mentions_of(doomed: Doomed) -> list[list[str]]:
    """Return the records in whose rows one of the person's names stands: (kind, id), at most 200.

    Reads every text of the catalogue once; only where an agent is erased.
    """
    names = _names(doomed)
    if not names:
        return []
    patterns = [f"%{_literal(name)}%" for name in names]
    found: set[tuple[str, str]] = set()
    for table, kept in tracked().items():
        if len(found) >= MOST:
            break
        found |= _in_table(kept.model, table, kept.owners, patterns, doomed)
    return sorted([kind, key] for kind, key in found)[:MOST]


def _names(doomed: Doomed) -> set[str]:
    agents = doomed.of(Agent)
    names = set(Agent.objects.filter(pk__in=agents).values_list("name", flat=True))
    names |= set(AgentName.objects.filter(agent__in=agents).values_list("name", flat=True))
    return {name.strip() for name in names if len(name.strip()) >= _SHORTEST}


def _literal(name: str) -> str:
    for special in "\\%_":
        name = name.replace(special, f"\\{special}")
    return name


def _in_table(
    model: type[models.Model], table: str, owners: Any, patterns: list[str], doomed: Doomed
) -> set[tuple[str, str]]:
    texts = [
        connection.ops.quote_name(str(field.column))
        for field in model._meta.concrete_fields
        if isinstance(field, models.TextField | models.CharField) and not field.choices
    ]
    if not texts:
        return set()
    said = " || ' ' || ".join(f"coalesce({column}, '')" for column in texts)
    going = sorted(str(key) for key in doomed.of(model))
    found = set()
    for kind, column in owners.items():
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT DISTINCT {connection.ops.quote_name(column)}::text "  # noqa: S608
                f"FROM {connection.ops.quote_name(table)} WHERE ({said}) ILIKE ANY (%s) "
                f"AND {connection.ops.quote_name(column)} IS NOT NULL "
                "AND NOT (id::text = ANY (%s)) LIMIT %s",
                [patterns, going, MOST],
            )
            found |= {(kind or "record", row[0]) for row in cursor.fetchall()}
    return found
