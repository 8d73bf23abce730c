"""A column that says which items everybody finds, whatever the date (ADR 0017)."""

import pgtrigger.compiler
from django.db import migrations, models

from archive import migration_operations

OPEN = """
    CREATE FUNCTION archive_open_to_all(state text, access text, protocols uuid, collection uuid)
    RETURNS boolean LANGUAGE sql VOLATILE AS $$
        SELECT state = 'published'
           AND coalesce(access IN ('metadata', 'full'), true)
           AND (protocols IS NULL
                OR protocols IN (SELECT archive_admitted_sets(NULL, false)))
           AND EXISTS (SELECT FROM archive_collection AS c
                        WHERE c.id = collection
                          AND c.state = 'published'
                          AND c.access IN ('metadata', 'mixed', 'full')
                          AND (c.protocol_set_id IS NULL OR c.protocol_set_id IN (
                                SELECT archive_admitted_sets(NULL, false))))
    $$
"""
# Nobody's version rises and nothing is told: nothing is said that was not so before.
TOLD = """
    ALTER TABLE archive_item DISABLE TRIGGER USER;
    UPDATE archive_item SET is_open_to_all = true
     WHERE archive_open_to_all(state, access, protocol_set_id, collection_id);
    ALTER TABLE archive_item ENABLE TRIGGER USER;
"""
# They read and write nothing: a count of many items may ask them in several workers.
PARALLEL = [
    f"ALTER FUNCTION {function} PARALLEL {{}}"
    for function in (
        "archive_admitting_protocols(uuid)",
        "archive_admitted_sets(uuid, boolean)",
        "archive_granted_collections(uuid, uuid[], text[])",
        "archive_granted_items(uuid, uuid[], text[])",
        "archive_edited_collections(uuid)",
    )
]


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0022_protocols_say_how_exactly_places_are_shown"),
    ]

    operations = [
        *(migrations.RunSQL(each.format("SAFE"), each.format("UNSAFE")) for each in PARALLEL),
        migrations.RunSQL(OPEN, "DROP FUNCTION archive_open_to_all(text, text, uuid, uuid)"),
        migration_operations.RemoveTrigger(
            model_name="item",
            name="raise_version",
        ),
        migration_operations.RemoveTrigger(
            model_name="item",
            name="emit_item_updated",
        ),
        migration_operations.RemoveTrigger(
            model_name="item",
            name="history_update",
        ),
        migrations.RemoveIndex(
            model_name="item",
            name="item_for_the_rule",
        ),
        migrations.AddField(
            model_name="item",
            name="is_open_to_all",
            field=models.BooleanField(
                db_default=False,
                default=False,
                editable=False,
                help_text="whether everybody finds it, whatever the date: archive/open_to_all.py",
            ),
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(
                fields=["collection"],
                include=(
                    "id",
                    "access",
                    "state",
                    "embargo_until",
                    "protocol_set",
                    "is_open_to_all",
                ),
                name="item_for_the_rule",
            ),
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(fields=["collection", "is_open_to_all"], name="item_open_to_all"),
        ),
        migrations.RunSQL(TOLD, migrations.RunSQL.noop),
        migration_operations.AddTrigger(
            model_name="collection",
            trigger=pgtrigger.compiler.Trigger(
                name="items_are_open_to_all_or_not",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        UPDATE archive_item AS i SET is_open_to_all = NOT i.is_open_to_all\n        WHERE i.is_open_to_all <> archive_open_to_all(\n                i.state, i.access, i.protocol_set_id, i.collection_id)\n\n          AND i.collection_id IN (\n              SELECT n.id FROM new_values AS n JOIN old_values AS o ON o.id = n.id\n               WHERE (n.state, n.access, n.protocol_set_id)\n                     IS DISTINCT FROM (o.state, o.access, o.protocol_set_id));\n        RETURN NULL;\n    ",
                    hash="f5e3474444b041a57598a0cd825bd50a613d4a16",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_items_are_open_to_all_or_not_62731",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="archive_collection",
                    when="AFTER",
                ),
            ),
        ),
        migration_operations.AddTrigger(
            model_name="item",
            trigger=pgtrigger.compiler.Trigger(
                name="a_new_item_is_open_to_all_or_not",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    PERFORM FROM archive_collection WHERE id = NEW.collection_id FOR SHARE;\n    PERFORM FROM archive_protocolset AS s\n        JOIN archive_protocolinset AS l ON l.protocol_set_id = s.id\n        JOIN archive_protocol AS p ON p.id = l.protocol_id\n        WHERE s.id IN (NEW.protocol_set_id, (SELECT c.protocol_set_id FROM archive_collection AS c\n                                              WHERE c.id = NEW.collection_id))\n        FOR SHARE OF s, p;\n\n    NEW.is_open_to_all := archive_open_to_all(\n        NEW.state, NEW.access, NEW.protocol_set_id, NEW.collection_id);\n    RETURN NEW;\n",
                    hash="f21f4c2a4096b16dc51668d836e3c4184c187628",
                    operation="INSERT",
                    pgid="pgtrigger_a_new_item_is_open_to_all_or_not_c88d8",
                    table="archive_item",
                    when="BEFORE",
                ),
            ),
        ),
        migration_operations.AddTrigger(
            model_name="item",
            trigger=pgtrigger.compiler.Trigger(
                name="an_item_is_open_to_all_or_not",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.access IS DISTINCT FROM NEW.access OR OLD.protocol_set_id IS DISTINCT FROM NEW.protocol_set_id OR OLD.collection_id IS DISTINCT FROM NEW.collection_id OR OLD.is_open_to_all IS DISTINCT FROM NEW.is_open_to_all)",
                    func="\n    PERFORM FROM archive_collection WHERE id = NEW.collection_id FOR SHARE;\n    PERFORM FROM archive_protocolset AS s\n        JOIN archive_protocolinset AS l ON l.protocol_set_id = s.id\n        JOIN archive_protocol AS p ON p.id = l.protocol_id\n        WHERE s.id IN (NEW.protocol_set_id, (SELECT c.protocol_set_id FROM archive_collection AS c\n                                              WHERE c.id = NEW.collection_id))\n        FOR SHARE OF s, p;\n\n    NEW.is_open_to_all := archive_open_to_all(\n        NEW.state, NEW.access, NEW.protocol_set_id, NEW.collection_id);\n    RETURN NEW;\n",
                    hash="0ca70fb025294d8dc6b93b6341a4e81df576e6b7",
                    operation="UPDATE",
                    pgid="pgtrigger_an_item_is_open_to_all_or_not_ad6fd",
                    table="archive_item",
                    when="BEFORE",
                ),
            ),
        ),
        migration_operations.AddTrigger(
            model_name="item",
            trigger=pgtrigger.compiler.Trigger(
                name="raise_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE told boolean := NEW.is_open_to_all;",
                    func="\n        NEW.is_open_to_all := OLD.is_open_to_all;\n        NEW.version := OLD.version;\n        NEW.modified_at := OLD.modified_at;\n        IF NEW IS DISTINCT FROM OLD OR current_setting('archive.touch', true) = 'on' THEN\n            NEW.version := OLD.version + 1;\n            NEW.modified_at := clock_timestamp();\n        END IF;\n        NEW.is_open_to_all := told;\n        RETURN NEW;\n    ",
                    hash="e50e2e12ddece88f99625ea138119dcf2dd51bed",
                    operation="UPDATE",
                    pgid="pgtrigger_raise_version_52481",
                    table="archive_item",
                    when="BEFORE",
                ),
            ),
        ),
        migration_operations.AddTrigger(
            model_name="item",
            trigger=pgtrigger.compiler.Trigger(
                name="emit_item_updated",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                INSERT INTO archive_event\n                    (kind, subject_kind, subject_id, item_id, was_public, data)\n                SELECT 'item.updated', 'item', r.id, r.id,\n                       coalesce(o.access, '') <> 'none' AND o.state = 'published', '{}'::jsonb\n                FROM new_values AS r JOIN old_values AS o ON o.id = r.id WHERE r.version <> o.version;\n                RETURN NULL;\n            ",
                    hash="2958085c98c3f2fb0afc56cbcd5ff54406f9633d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_emit_item_updated_ed8eb",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="archive_item",
                    when="AFTER",
                ),
            ),
        ),
        migration_operations.AddTrigger(
            model_name="item",
            trigger=pgtrigger.compiler.Trigger(
                name="history_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE s record;",
                    func="\n            SELECT * INTO s FROM archive_signature();\n            INSERT INTO archive_change (transaction_id, author_id, reason, undoes, is_first,\n                operation, \"table\", row_id, subject_kind, subject_id, moved_from, before, after)\n            SELECT s.transaction_id, s.author_id, s.reason, s.undoes,\n                   s.is_first AND row_number() OVER () = 1, TG_OP, TG_TABLE_NAME, pair.row_id::text, pair.kind, pair.subject, pair.moved_from, b.said, a.said\n            FROM \n                (SELECT to_jsonb(r) - 'version' - 'modified_at' - 'is_open_to_all' AS new, to_jsonb(q) - 'version' - 'modified_at' - 'is_open_to_all' AS old,\n                        r.id AS row_id, 'item' AS kind, r.id AS subject,\n                        NULL::uuid AS moved_from\n                   FROM new_values AS r JOIN old_values AS q ON q.id = r.id\n                  OFFSET 0) AS pair,\n                LATERAL (SELECT jsonb_object_agg(key, value) AS said FROM jsonb_each(pair.old)\n                          WHERE pair.new -> key IS DISTINCT FROM value) AS b,\n                LATERAL (SELECT jsonb_object_agg(key, value) AS said FROM jsonb_each(pair.new)\n                          WHERE pair.old -> key IS DISTINCT FROM value) AS a\n            WHERE pair.new <> pair.old;\n            IF FOUND THEN\n                PERFORM set_config('archive.noted', s.note, true);\n            END IF;\n            RETURN NULL;\n        ",
                    hash="9adf5500ca3e89514fbb036d1e894c93ec00a33f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_history_update_e603e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="archive_item",
                    when="AFTER",
                ),
            ),
        ),
        migration_operations.AddTrigger(
            model_name="protocol",
            trigger=pgtrigger.compiler.Trigger(
                name="items_are_open_to_all_or_not",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM FROM archive_protocolset WHERE id IN (SELECT l.protocol_set_id FROM archive_protocolinset AS l JOIN new_values AS n ON n.id = l.protocol_id JOIN old_values AS o ON o.id = n.id WHERE (n.admits, n.withholds) IS DISTINCT FROM (o.admits, o.withholds)) ORDER BY id FOR UPDATE;\n        \n        UPDATE archive_item AS i SET is_open_to_all = NOT i.is_open_to_all\n        WHERE i.is_open_to_all <> archive_open_to_all(\n                i.state, i.access, i.protocol_set_id, i.collection_id)\n\n          AND (i.protocol_set_id IN (SELECT l.protocol_set_id FROM archive_protocolinset AS l JOIN new_values AS n ON n.id = l.protocol_id JOIN old_values AS o ON o.id = n.id WHERE (n.admits, n.withholds) IS DISTINCT FROM (o.admits, o.withholds)) OR i.collection_id IN (\n                SELECT c.id FROM archive_collection AS c\n                 WHERE c.protocol_set_id IN (SELECT l.protocol_set_id FROM archive_protocolinset AS l JOIN new_values AS n ON n.id = l.protocol_id JOIN old_values AS o ON o.id = n.id WHERE (n.admits, n.withholds) IS DISTINCT FROM (o.admits, o.withholds))));\n        RETURN NULL;\n    ",
                    hash="11bebbeb4be5d1efb4713a7cdfd0055f357f20b0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_items_are_open_to_all_or_not_7d7aa",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="archive_protocol",
                    when="AFTER",
                ),
            ),
        ),
        migration_operations.AddTrigger(
            model_name="protocolinset",
            trigger=pgtrigger.compiler.Trigger(
                name="items_are_open_to_all_or_not_anew",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM FROM archive_protocolset WHERE id IN (SELECT protocol_set_id FROM new_values) ORDER BY id FOR UPDATE;\n        \n        UPDATE archive_item AS i SET is_open_to_all = NOT i.is_open_to_all\n        WHERE i.is_open_to_all <> archive_open_to_all(\n                i.state, i.access, i.protocol_set_id, i.collection_id)\n\n          AND (i.protocol_set_id IN (SELECT protocol_set_id FROM new_values) OR i.collection_id IN (\n                SELECT c.id FROM archive_collection AS c\n                 WHERE c.protocol_set_id IN (SELECT protocol_set_id FROM new_values)));\n        RETURN NULL;\n    ",
                    hash="b5c626c05e0bb9fee62d5daffa4f7ab6bb40fd83",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_items_are_open_to_all_or_not_anew_a4c97",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="archive_protocolinset",
                    when="AFTER",
                ),
            ),
        ),
        migration_operations.AddTrigger(
            model_name="protocolinset",
            trigger=pgtrigger.compiler.Trigger(
                name="items_are_open_to_all_or_not_now",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM FROM archive_protocolset WHERE id IN (SELECT protocol_set_id FROM new_values UNION SELECT protocol_set_id FROM old_values) ORDER BY id FOR UPDATE;\n        \n        UPDATE archive_item AS i SET is_open_to_all = NOT i.is_open_to_all\n        WHERE i.is_open_to_all <> archive_open_to_all(\n                i.state, i.access, i.protocol_set_id, i.collection_id)\n\n          AND (i.protocol_set_id IN (SELECT protocol_set_id FROM new_values UNION SELECT protocol_set_id FROM old_values) OR i.collection_id IN (\n                SELECT c.id FROM archive_collection AS c\n                 WHERE c.protocol_set_id IN (SELECT protocol_set_id FROM new_values UNION SELECT protocol_set_id FROM old_values)));\n        RETURN NULL;\n    ",
                    hash="b2570b08b9c7508430a70b2195f5868650c201b2",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_items_are_open_to_all_or_not_now_86ab4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="archive_protocolinset",
                    when="AFTER",
                ),
            ),
        ),
        migration_operations.AddTrigger(
            model_name="protocolinset",
            trigger=pgtrigger.compiler.Trigger(
                name="items_are_open_to_all_or_not_any_more",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM FROM archive_protocolset WHERE id IN (SELECT protocol_set_id FROM old_values) ORDER BY id FOR UPDATE;\n        \n        UPDATE archive_item AS i SET is_open_to_all = NOT i.is_open_to_all\n        WHERE i.is_open_to_all <> archive_open_to_all(\n                i.state, i.access, i.protocol_set_id, i.collection_id)\n\n          AND (i.protocol_set_id IN (SELECT protocol_set_id FROM old_values) OR i.collection_id IN (\n                SELECT c.id FROM archive_collection AS c\n                 WHERE c.protocol_set_id IN (SELECT protocol_set_id FROM old_values)));\n        RETURN NULL;\n    ",
                    hash="83bd2ca0955f8fa39148313670bdccc5169cf20a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_items_are_open_to_all_or_not_any_more_6e65b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="archive_protocolinset",
                    when="AFTER",
                ),
            ),
        ),
        migration_operations.AddTrigger(
            model_name="protocolset",
            trigger=pgtrigger.compiler.Trigger(
                name="items_are_open_to_all_or_not",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM FROM archive_protocolset WHERE id IN (SELECT n.id FROM new_values AS n JOIN old_values AS o ON o.id = n.id WHERE n.combine <> o.combine) ORDER BY id FOR UPDATE;\n        \n        UPDATE archive_item AS i SET is_open_to_all = NOT i.is_open_to_all\n        WHERE i.is_open_to_all <> archive_open_to_all(\n                i.state, i.access, i.protocol_set_id, i.collection_id)\n\n          AND (i.protocol_set_id IN (SELECT n.id FROM new_values AS n JOIN old_values AS o ON o.id = n.id WHERE n.combine <> o.combine) OR i.collection_id IN (\n                SELECT c.id FROM archive_collection AS c\n                 WHERE c.protocol_set_id IN (SELECT n.id FROM new_values AS n JOIN old_values AS o ON o.id = n.id WHERE n.combine <> o.combine)));\n        RETURN NULL;\n    ",
                    hash="b264b34f2d0e86aef1d767988a1cbc37344684b1",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_items_are_open_to_all_or_not_b19ee",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="archive_protocolset",
                    when="AFTER",
                ),
            ),
        ),
    ]
