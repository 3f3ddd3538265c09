from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publishing", "0002_events_are_append_only")]
    operations = [
        migrations.AddField("publication", "in_line", models.BooleanField(default=False)),
        migrations.AddIndex(
            "publication",
            models.Index(
                fields=["account", "due_at"],
                condition=models.Q(state__in=("scheduled", "opening")),
                name="publications_not_open",
            ),
        ),
    ]
