from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publishing", "0005_drafts_and_pulls")]

    operations = [
        migrations.AddField(
            model_name="publishhistory",
            name="finished_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
