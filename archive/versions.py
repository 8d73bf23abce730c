"""Versions: a number that rises whenever a record says something else, whoever writes.

`ifVersion` compares it, so it must also rise when only a part of the record has changed: its
names, its agents, its place in a tree. The parts' tables touch their owner; the owner's own
update then tells the event. Within one transaction an owner is touched once.
"""

from collections.abc import Mapping
from dataclasses import replace

import pgtrigger

from archive.events import EmitsEvent
from archive.history import keeps_history

_COMPARED = """
        NEW.version := OLD.version;
        NEW.modified_at := OLD.modified_at;
        IF NEW IS DISTINCT FROM OLD OR current_setting('archive.touch', true) = 'on' THEN
            NEW.version := OLD.version + 1;
            NEW.modified_at := clock_timestamp();
        END IF;"""

#: Raises the version on every real change: ORM, bulk or raw SQL.
VERSION_TRIGGER = pgtrigger.Trigger(
    name="raise_version",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    # Whatever the writer put there, the version is the old one plus one, or unchanged.
    func=f"""{_COMPARED}
        RETURN NEW;
    """,
)


def _version_beside(derived: str) -> pgtrigger.Trigger:
    """Return the same for a table of which one column follows from others: it is no change."""
    return pgtrigger.Trigger(
        name=VERSION_TRIGGER.name,
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        declare=[("told", "boolean := NEW." + derived)],
        func=f"""
        NEW.{derived} := OLD.{derived};{_COMPARED}
        NEW.{derived} := told;
        RETURN NEW;
    """,
    )


def record_triggers(
    kind: str,
    *,
    was_public: str = "FALSE",
    item_id: str = "NULL::uuid",
    cited_by: str = "",
    cited_within: str = "",
    derived: str = "",
) -> list[pgtrigger.Trigger]:
    """Return what every record's own table needs: a version, its event, its history.

    Parameters
    ----------
    cited_by : the column that stands in its address, if an old one is to lead to the new.
    cited_within : the column that names within what it is unique, if it is not by itself.
    derived : a yes or no that triggers keep and nobody writes: no version, event or history tells
        of it alone.
    """
    news = EmitsEvent(kind, was_public=was_public, item_id=item_id)
    return [
        _version_beside(derived) if derived else VERSION_TRIGGER,
        *([_old_code(kind, cited_by, cited_within)] if cited_by else []),
        *(replace(news, changed="r.version <> o.version") if derived else news).triggers(),
        *keeps_history({kind: "id"}, less=(derived,) if derived else ()),
    ]


def part_triggers(owners: Mapping[str, str]) -> list[pgtrigger.Trigger]:
    """Return what a table of parts needs: it touches its owner, and its history is the owner's.

    Parameters
    ----------
    owners : the owner's kind -> its table. Where there are several, a row names exactly one.
    """
    return [
        *_touches({f"{kind}_id": table for kind, table in owners.items()}),
        *keeps_history({kind: f"{kind}_id" for kind in owners}),
    ]


def link_triggers(kind: str, table: str, column: str) -> list[pgtrigger.Trigger]:
    """As `part_triggers` with one owner, for a column that is not named after its kind."""
    return [*_touches({column: table}), *keeps_history({kind: column})]


def _old_code(kind: str, column: str, within: str) -> pgtrigger.Trigger:
    columns = (column, within) if within else (column,)
    said = "{row}." + column
    if within:  # as Kind.old_code has it
        said = f"{{row}}.{within} || '/' || {said}"
    old, new = said.format(row="OLD"), said.format(row="NEW")
    return pgtrigger.Trigger(
        name="keep_old_code",
        operation=pgtrigger.UpdateOf(*columns),  # type: ignore[no-untyped-call]  # pgtrigger's
        when=pgtrigger.After,
        condition=pgtrigger.Condition(
            " OR ".join(f"OLD.{each} IS DISTINCT FROM NEW.{each}" for each in columns)
        ),
        func=f"""
            DELETE FROM archive_oldcode
            WHERE kind = '{kind}' AND code = {new} AND subject_id = NEW.id;
            IF OLD.{column} IS NOT NULL THEN
                INSERT INTO archive_oldcode (kind, code, subject_id)
                VALUES ('{kind}', {old}, NEW.id)
                ON CONFLICT (kind, code) DO UPDATE
                SET subject_id = EXCLUDED.subject_id, since = now();
            END IF;
            RETURN NULL;
        """,
    )


def _touches(columns: Mapping[str, str]) -> list[pgtrigger.Trigger]:
    both = "SELECT {column} FROM new_values UNION SELECT {column} FROM old_values"
    return [
        _touch("insert", pgtrigger.Insert, columns, "SELECT {column} FROM new_values"),
        _touch("update", pgtrigger.Update, columns, both),
        _touch("delete", pgtrigger.Delete, columns, "SELECT {column} FROM old_values"),
    ]


def _touch(
    what: str, operation: pgtrigger.Operation, columns: Mapping[str, str], changed: str
) -> pgtrigger.Trigger:
    # Locked in one order: two writers of the same records' parts wait and do not deadlock. What
    # this transaction wrote itself (archive_wrote, of migration 0006) has raised its version.
    updates = "".join(
        f"""
            ids := ARRAY({changed.format(column=column)});
            PERFORM 1 FROM {table} WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
            UPDATE {table} SET version = version
            WHERE id = ANY (ids) AND NOT archive_wrote(xmin);"""
        for column, table in columns.items()
    )
    condition = (
        """
            IF NOT EXISTS (SELECT * FROM new_values EXCEPT SELECT * FROM old_values) THEN
                RETURN NULL;
            END IF;"""
        if what == "update"
        else ""
    )
    return pgtrigger.Trigger(
        name=f"touch_{what}",
        level=pgtrigger.Statement,
        operation=operation,
        when=pgtrigger.After,
        declare=[("ids", "uuid[]")],
        referencing=pgtrigger.Referencing(  # type: ignore[no-untyped-call]  # pgtrigger's
            old=None if what == "insert" else "old_values",
            new=None if what == "delete" else "new_values",
        ),
        func=f"""{condition}
            PERFORM set_config('archive.touch', 'on', true);{updates}
            PERFORM set_config('archive.touch', 'off', true);
            RETURN NULL;
        """,
    )
