"""Hierarchies with several parents: an edge table, and its closure kept by triggers.

The closure is reflexive (every thing is its own ancestor) and transitive, so that "within
Mali" is one join. A new edge that would close a ring is refused by the database, whoever
writes it; writers of one tree wait for each other, since two edges could close a ring together.
"""

import pgtrigger


def node_triggers(closure_table: str) -> list[pgtrigger.Trigger]:
    """Return the trigger that gives each new node its reflexive row."""
    return [
        pgtrigger.Trigger(
            name="closure_self",
            operation=pgtrigger.Insert,
            when=pgtrigger.After,
            func=f"""
                INSERT INTO {closure_table} (ancestor_id, descendant_id)
                VALUES (NEW.id, NEW.id) ON CONFLICT DO NOTHING;
                RETURN NEW;
            """,
        )
    ]


def edge_triggers(edge_table: str, closure_table: str) -> list[pgtrigger.Trigger]:
    """Return the triggers that keep the closure when edges come and go."""
    lock = f"PERFORM pg_advisory_xact_lock(hashtext('{closure_table}'));"
    return [
        pgtrigger.Trigger(
            name="closure_add",
            operation=pgtrigger.Insert,
            when=pgtrigger.After,
            func=f"""
                {lock}
                IF EXISTS (SELECT 1 FROM {closure_table}
                           WHERE ancestor_id = NEW.child_id AND descendant_id = NEW.parent_id) THEN
                    RAISE EXCEPTION 'it would become its own ancestor'
                        USING ERRCODE = 'check_violation', CONSTRAINT = '{edge_table}_no_ring';
                END IF;
                INSERT INTO {closure_table} (ancestor_id, descendant_id)
                SELECT up.ancestor_id, down.descendant_id
                FROM {closure_table} AS up, {closure_table} AS down
                WHERE up.descendant_id = NEW.parent_id AND down.ancestor_id = NEW.child_id
                ON CONFLICT DO NOTHING;
                RETURN NEW;
            """,
        ),
        pgtrigger.Trigger(
            name="closure_remove",
            operation=pgtrigger.Delete,
            when=pgtrigger.After,
            declare=[("below", "uuid[]")],
            # Only what lay below the edge can lose ancestors: their rows are made anew, from the
            # edges above them. The child is named apart, should its own row be gone already.
            func=f"""
                {lock}
                below := ARRAY(SELECT descendant_id FROM {closure_table}
                               WHERE ancestor_id = OLD.child_id) || OLD.child_id;
                DELETE FROM {closure_table}
                WHERE descendant_id = ANY (below) AND ancestor_id <> descendant_id;
                WITH RECURSIVE up (descendant_id, ancestor_id) AS (
                    SELECT e.child_id, e.parent_id FROM {edge_table} AS e
                    WHERE e.child_id = ANY (below)
                    UNION
                    SELECT up.descendant_id, e.parent_id
                    FROM up JOIN {edge_table} AS e ON e.child_id = up.ancestor_id
                )
                INSERT INTO {closure_table} (ancestor_id, descendant_id)
                SELECT ancestor_id, descendant_id FROM up
                ON CONFLICT DO NOTHING;
                RETURN OLD;
            """,
        ),
        pgtrigger.Protect(name="edges_do_not_change", operation=pgtrigger.Update),
    ]
