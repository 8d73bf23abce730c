"""What the access rule asks of permits, as functions: a statement that asks names them alone.

Written out, the sub-selects were most of the text of every list, and took longer to plan than the
list took to read. All are STABLE and ask the clock of the statement.
"""

from django.db import migrations

FUNCTIONS = {
    "archive_admitting_protocols(who uuid)": """
        SELECT p.id FROM archive_protocol AS p
        WHERE p.admits = 'all'
           OR p.admits = 'named' AND EXISTS (
                SELECT FROM archive_protocolmember AS m
                WHERE m.protocol_id = p.id AND m.user_id = who
                  AND (m.until IS NULL OR m.until > statement_timestamp()))
           OR p.admits = 'community' AND EXISTS (
                SELECT FROM archive_protocolcommunity AS c
                JOIN archive_communitymember AS m ON m.community_id = c.community_id
                WHERE c.protocol_id = p.id AND m.user_id = who
                  AND (m.until IS NULL OR m.until > statement_timestamp()))
    """,
    "archive_admitted_sets(who uuid, of_sound boolean)": """
        SELECT s.id FROM archive_protocolset AS s
        LEFT JOIN archive_protocolinset AS i ON i.protocol_set_id = s.id
        LEFT JOIN archive_protocol AS p
            ON p.id = i.protocol_id AND (of_sound OR p.withholds = 'record')
        LEFT JOIN archive_admitting_protocols(who) AS a ON a = p.id
        GROUP BY s.id
        HAVING count(p.id) = count(a) OR s.combine = 'any' AND count(a) > 0
    """,
    "archive_granted_collections(who uuid, rooms uuid[], acts text[])": """
        SELECT g.collection_id FROM archive_grant AS g
        WHERE g.collection_id IS NOT NULL AND g.gives = ANY (acts)
          AND (g.until IS NULL OR g.until > statement_timestamp())
          AND (g.user_id = who OR g.room_id = ANY (rooms) OR g.community_id IN (
                SELECT m.community_id FROM archive_communitymember AS m
                WHERE m.user_id = who AND (m.until IS NULL OR m.until > statement_timestamp())))
    """,
    "archive_granted_items(who uuid, rooms uuid[], acts text[])": """
        WITH given AS (
            SELECT g.item_id, g.selection_id FROM archive_grant AS g
            WHERE g.collection_id IS NULL AND g.gives = ANY (acts)
              AND (g.until IS NULL OR g.until > statement_timestamp())
              AND (g.user_id = who OR g.room_id = ANY (rooms) OR g.community_id IN (
                    SELECT m.community_id FROM archive_communitymember AS m
                    WHERE m.user_id = who AND (m.until IS NULL OR m.until > statement_timestamp())))
        )
        SELECT given.item_id FROM given WHERE given.item_id IS NOT NULL
        UNION
        SELECT e.item_id FROM archive_selectionentry AS e
        JOIN given ON given.selection_id = e.selection_id
        WHERE e.item_id IS NOT NULL AND e.start_s IS NULL AND e.end_s IS NULL
    """,
    "archive_edited_collections(who uuid)": """
        SELECT h.collection_id FROM archive_editor AS e
        JOIN archive_editorgroupclosure AS up ON up.descendant_id = e.group_id
        JOIN archive_editorcollection AS h ON h.group_id = up.ancestor_id
        WHERE e.user_id = who AND (e.until IS NULL OR e.until > statement_timestamp())
    """,
}


class Migration(migrations.Migration):
    dependencies = [("archive", "0016_when_who_asked_was_told")]

    operations = [
        migrations.RunSQL(
            f"CREATE FUNCTION {signature} RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 10 AS $$"
            f" BEGIN RETURN QUERY {body}; END $$",
            f"DROP FUNCTION {signature}",
        )
        for signature, body in FUNCTIONS.items()
    ]
