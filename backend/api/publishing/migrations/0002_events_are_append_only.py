from django.db import migrations

FORWARD = """
CREATE FUNCTION publication_events_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'publication events are append-only';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON publishing_publicationevent
    FOR EACH ROW EXECUTE FUNCTION publication_events_are_append_only();
"""
BACKWARD = """
DROP TRIGGER append_only ON publishing_publicationevent;
DROP FUNCTION publication_events_are_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
