import django.db.models.deletion
from django.db import migrations, models

import core.ids


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_apps_and_troubles"),
        ("publishing", "0003_publications_stand_in_line"),
    ]

    operations = [
        migrations.CreateModel(
            name="TikTokWebhook",
            fields=[
                ("id", models.UUIDField(default=core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("event", models.CharField(max_length=200)),
                ("user_openid", models.CharField(blank=True, default="", max_length=200)),
                ("publish_id", models.CharField(blank=True, default="", max_length=200)),
                ("post_id", models.CharField(blank=True, default="", max_length=200)),
                ("reason", models.CharField(blank=True, default="", max_length=200)),
                ("sent_at", models.DateTimeField()),
                ("handled_at", models.DateTimeField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, default="", max_length=80)),
                ("app", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="webhooks", to="accounts.tiktokapp")),
            ],
            options={
                "indexes": [models.Index(condition=models.Q(("handled_at", None)), fields=["created_at"], name="webhooks_waiting")],
                "constraints": [models.UniqueConstraint(fields=("app", "event", "user_openid", "publish_id", "post_id", "sent_at"), name="one_row_per_webhook")],
            },
        ),
        migrations.AddField("publishhistory", "no_longer_public_at", models.DateTimeField(blank=True, null=True)),
    ]
