from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="mediaasset",
            name="photo_sha256",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="mediaasset",
            name="photo_size_bytes",
            field=models.BigIntegerField(blank=True, null=True),
        ),
    ]
