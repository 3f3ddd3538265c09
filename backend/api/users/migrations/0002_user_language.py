from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("users", "0001_initial")]

    operations = [
        migrations.AddField("user", "language", models.CharField(default="en", max_length=8)),
    ]
