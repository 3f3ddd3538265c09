import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("workspaces", "0001_initial"),
    ]

    operations = [
        # Walks to the consent page last ten minutes; one that is under way during an upgrade is simply begun again.
        migrations.RunSQL("DELETE FROM accounts_oauthattempt", migrations.RunSQL.noop),
        migrations.AddField("tiktokapp", "workspace", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="tiktok_apps", to="workspaces.workspace")),
        migrations.AddField("tiktokapp", "name", models.CharField(blank=True, default="", max_length=80)),
        migrations.AddField("tiktokapp", "client_secret_sealed", models.TextField(blank=True, default="")),
        migrations.AddField("tiktokapp", "audited", models.BooleanField(default=False)),
        migrations.AddField("tiktokapp", "scopes", models.JSONField(default=list)),
        migrations.AddField("tiktokapp", "is_enabled", models.BooleanField(default=True)),
        migrations.AddField("tiktokapp", "problem_code", models.CharField(blank=True, default="", max_length=80)),
        migrations.AddField("tiktokapp", "problem_since", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("tiktokapp", "tested_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("account", "trouble_code", models.CharField(blank=True, default="", max_length=80)),
        migrations.AddField("account", "trouble_message", models.CharField(blank=True, default="", max_length=400)),
        migrations.AddField("account", "trouble_since", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("accounttoken", "refresh_at", models.DateTimeField(blank=True, db_index=True, null=True)),
        migrations.AddField("accounttoken", "refresh_tries", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("oauthattempt", "app", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.tiktokapp")),
        migrations.AddField("oauthattempt", "account", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.account")),
        # Tokens that were there before are looked after from their next minute on.
        migrations.RunSQL("UPDATE accounts_accounttoken SET refresh_at = now() WHERE refused_at IS NULL", migrations.RunSQL.noop),
    ]
