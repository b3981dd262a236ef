"""Rules that PostgreSQL itself holds: history only grows, four eyes, editions in a chain, an administrator stays."""

from django.db import migrations

APPEND_ONLY = ("event", "sourceversion", "segmentedit", "translationversion", "approval", "publication")

FUNCTIONS = """
CREATE FUNCTION reviews_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'history only grows: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION reviews_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    made reviews_translationversion%ROWTYPE;
    source_hash text;
    authors bigint[];
BEGIN
    SELECT * INTO made FROM reviews_translationversion WHERE id = NEW.version_id;
    SELECT hash INTO source_hash FROM reviews_sourceversion WHERE id = NEW.source_version_id;
    IF made.translation_id <> NEW.translation_id OR made.source_version_id <> NEW.source_version_id
       OR made.hash <> NEW.version_hash OR source_hash <> NEW.source_hash THEN
        RAISE EXCEPTION 'an approval binds the hashes of its own pair' USING ERRCODE = 'check_violation';
    END IF;
    SELECT array_agg(DISTINCT edit.author_id) INTO authors
      FROM reviews_segmentedit edit JOIN reviews_segment segment ON segment.id = edit.segment_id
     WHERE segment.translation_id = NEW.translation_id AND NOT segment.orphaned AND edit.kind = 'translate';
    authors := COALESCE(authors, '{}');
    IF NEW.override_second_id IS NULL THEN
        IF NEW.approver_id = ANY (authors || made.author_ids) THEN
            RAISE EXCEPTION 'four eyes: the approver wrote words of this version' USING ERRCODE = 'check_violation';
        END IF;
    ELSIF NEW.override_second_id = ANY (authors) THEN
        RAISE EXCEPTION 'four eyes: the second person translated words of this version'
              USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION reviews_edition_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    approved reviews_approval%ROWTYPE;
    last_edition integer;
    last_hash text;
BEGIN
    SELECT * INTO approved FROM reviews_approval WHERE id = NEW.approval_id;
    IF approved.translation_id <> NEW.translation_id OR approved.version_id <> NEW.version_id
       OR approved.source_version_id <> NEW.source_version_id THEN
        RAISE EXCEPTION 'an edition publishes exactly the approved pair' USING ERRCODE = 'check_violation';
    END IF;
    SELECT edition, hash INTO last_edition, last_hash FROM reviews_publication
     WHERE translation_id = NEW.translation_id ORDER BY edition DESC LIMIT 1;
    IF NEW.edition <> COALESCE(last_edition, 0) + 1 OR NEW.previous_hash <> COALESCE(last_hash, '') THEN
        RAISE EXCEPTION 'an edition follows the one before it' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION reviews_last_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.is_active AND 'administrator' = ANY (OLD.roles) AND NOT EXISTS (
        SELECT 1 FROM reviews_user WHERE is_active AND 'administrator' = ANY (roles)
    ) THEN
        RAISE EXCEPTION 'a newsroom keeps at least one administrator' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
"""
TRIGGERS = "".join(
    f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reviews_{table} "
    "FOR EACH ROW EXECUTE FUNCTION reviews_append_only();\n"
    for table in APPEND_ONLY
) + (
    "CREATE TRIGGER four_eyes BEFORE INSERT ON reviews_approval "
    "FOR EACH ROW EXECUTE FUNCTION reviews_four_eyes();\n"
    "CREATE TRIGGER edition_chain BEFORE INSERT ON reviews_publication "
    "FOR EACH ROW EXECUTE FUNCTION reviews_edition_chain();\n"
    "CREATE CONSTRAINT TRIGGER last_administrator AFTER UPDATE OF is_active, roles OR DELETE ON reviews_user "
    "DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION reviews_last_administrator();\n"
)
UNDO = (
    "".join(f"DROP TRIGGER append_only ON reviews_{table};\n" for table in APPEND_ONLY)
    + "DROP TRIGGER four_eyes ON reviews_approval;\nDROP TRIGGER edition_chain ON reviews_publication;\n"
    + "DROP TRIGGER last_administrator ON reviews_user;\n"
    + "DROP FUNCTION reviews_append_only, reviews_four_eyes, reviews_edition_chain, reviews_last_administrator;\n"
)


class Migration(migrations.Migration):
    """Triggers; a person with a SQL prompt meets them too."""

    dependencies = [("reviews", "0001_rooms")]
    operations = [migrations.RunSQL(FUNCTIONS + TRIGGERS, UNDO)]
