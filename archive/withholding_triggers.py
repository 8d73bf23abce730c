"""The triggers that keep each item's `withheld_key` true: see archive/withholding.py.

They call `archive_withheld_key`, which migration 0014 makes.
"""

import pgtrigger


def key_triggers() -> list[pgtrigger.Trigger]:
    """Return the triggers of the tables that an item's key is made of."""
    rows = {
        "insert": (pgtrigger.Insert, "SELECT item_id FROM new_values"),
        "update": (
            pgtrigger.Update,
            "SELECT item_id FROM new_values UNION SELECT item_id FROM old_values",
        ),
        "delete": (pgtrigger.Delete, "SELECT item_id FROM old_values"),
    }
    return [
        pgtrigger.Trigger(
            name=f"withheld_{what}",
            level=pgtrigger.Statement,
            operation=operation,
            when=pgtrigger.After,
            referencing=pgtrigger.Referencing(  # type: ignore[no-untyped-call]  # pgtrigger's
                old=None if what == "insert" else "old_values",
                new=None if what == "delete" else "new_values",
            ),
            func=f"""
                UPDATE archive_item AS i SET withheld_key = '?'
                WHERE i.id IN ({changed})
                  AND (i.withheld_key <> '' OR EXISTS (
                        SELECT FROM archive_withheldrange AS w WHERE w.item_id = i.id))
                  AND i.withheld_key <> archive_withheld_key(i.id);
                RETURN NULL;
            """,
        )
        for what, (operation, changed) in rows.items()
    ]


#: Whatever somebody writes there, the key says what is so.
KEY_OF_ITEM = pgtrigger.Trigger(
    name="a_withheld_key_is_true",  # before raise_version, by its name
    operation=pgtrigger.UpdateOf("withheld_key"),  # type: ignore[no-untyped-call]  # pgtrigger's
    when=pgtrigger.Before,
    func="NEW.withheld_key := archive_withheld_key(NEW.id); RETURN NEW;",
)
