"""What everybody finds: a column of items, `is_open_to_all`, kept true by triggers (ADR 0017).

It is the rule's own answer to a visitor who wants to find or read: published in a published
collection, described by both levels, under no protocol that keeps the record from anybody. No date
is in it, so it changes with a statement and never by itself. The rule asks the rest of its
questions of the other items alone (`archive.access`); a visitor's list asks nothing else.

A column that were true too long would be a leak. Whoever writes an item therefore waits for whoever
is changing its collection or its protocols (FOR SHARE), and the other way round. The triggers call
`archive_open_to_all` of migration 0023, which asks `archive_admitted_sets` as the rule does.
"""

import pgtrigger

#: It follows from others; nobody writes it.
COLUMN = "is_open_to_all"

_LOCKED = """
    PERFORM FROM archive_collection WHERE id = NEW.collection_id FOR SHARE;
    PERFORM FROM archive_protocolset AS s
        JOIN archive_protocolinset AS l ON l.protocol_set_id = s.id
        JOIN archive_protocol AS p ON p.id = l.protocol_id
        WHERE s.id IN (NEW.protocol_set_id, (SELECT c.protocol_set_id FROM archive_collection AS c
                                              WHERE c.id = NEW.collection_id))
        FOR SHARE OF s, p;
"""
_TOLD = f"""{_LOCKED}
    NEW.is_open_to_all := archive_open_to_all(
        NEW.state, NEW.access, NEW.protocol_set_id, NEW.collection_id);
    RETURN NEW;
"""
#: Whatever the writer put there is put right; `NOT` only makes the row's own trigger look.
_LOOKED_AT_ANEW = """
        UPDATE archive_item AS i SET is_open_to_all = NOT i.is_open_to_all
        WHERE i.is_open_to_all <> archive_open_to_all(
                i.state, i.access, i.protocol_set_id, i.collection_id)
"""


def _differs(*columns: str) -> pgtrigger.Condition:
    return pgtrigger.Condition(
        " OR ".join(f"OLD.{each} IS DISTINCT FROM NEW.{each}" for each in columns)
    )


#: Of the items' table. The second comes by its name before `raise_version`, which does not count
#: this column as something that the record says.
OF_ITEM = [
    pgtrigger.Trigger(
        name="a_new_item_is_open_to_all_or_not",
        operation=pgtrigger.Insert,
        when=pgtrigger.Before,
        func=_TOLD,
    ),
    pgtrigger.Trigger(
        name="an_item_is_open_to_all_or_not",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        condition=_differs("state", "access", "protocol_set_id", "collection_id", COLUMN),
        func=_TOLD,
    ),
]


def _after(name: str, operation: pgtrigger.Operation, func: str) -> pgtrigger.Trigger:
    is_deletion = operation is pgtrigger.Delete
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        operation=operation,
        when=pgtrigger.After,
        referencing=pgtrigger.Referencing(  # type: ignore[no-untyped-call]  # pgtrigger's
            old=None if operation is pgtrigger.Insert else "old_values",
            new=None if is_deletion else "new_values",
        ),
        func=f"{func}\n        RETURN NULL;\n    ",
    )


#: Of the collections' table: what a collection opens or closes, it opens or closes with its commit.
OF_COLLECTION = _after(
    "items_are_open_to_all_or_not",
    pgtrigger.Update,
    f"""{_LOOKED_AT_ANEW}
          AND i.collection_id IN (
              SELECT n.id FROM new_values AS n JOIN old_values AS o ON o.id = n.id
               WHERE (n.state, n.access, n.protocol_set_id)
                     IS DISTINCT FROM (o.state, o.access, o.protocol_set_id));""",
)


def _of_sets(changed: str) -> str:
    """Return what looks anew at the items of the sets, waiting for whoever writes one of them."""
    return f"""
        PERFORM FROM archive_protocolset WHERE id IN ({changed}) ORDER BY id FOR UPDATE;
        {_LOOKED_AT_ANEW}
          AND (i.protocol_set_id IN ({changed}) OR i.collection_id IN (
                SELECT c.id FROM archive_collection AS c
                 WHERE c.protocol_set_id IN ({changed})));"""


OF_PROTOCOL = _after(
    "items_are_open_to_all_or_not",
    pgtrigger.Update,
    _of_sets(
        "SELECT l.protocol_set_id FROM archive_protocolinset AS l"
        " JOIN new_values AS n ON n.id = l.protocol_id JOIN old_values AS o ON o.id = n.id"
        " WHERE (n.admits, n.withholds) IS DISTINCT FROM (o.admits, o.withholds)"
    ),
)
OF_PROTOCOL_SET = _after(
    "items_are_open_to_all_or_not",
    pgtrigger.Update,
    _of_sets(
        "SELECT n.id FROM new_values AS n JOIN old_values AS o ON o.id = n.id"
        " WHERE n.combine <> o.combine"
    ),
)
#: A set does not change once it is made; by raw SQL it might.
OF_PROTOCOL_IN_SET = [
    _after(
        "items_are_open_to_all_or_not_anew",
        pgtrigger.Insert,
        _of_sets("SELECT protocol_set_id FROM new_values"),
    ),
    _after(
        "items_are_open_to_all_or_not_now",
        pgtrigger.Update,
        _of_sets(
            "SELECT protocol_set_id FROM new_values UNION SELECT protocol_set_id FROM old_values"
        ),
    ),
    _after(
        "items_are_open_to_all_or_not_any_more",
        pgtrigger.Delete,
        _of_sets("SELECT protocol_set_id FROM old_values"),
    ),
]
