import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('media', '0007_what_tiktok_says_of_old_files'),
        ('slideshows', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='slideshow',
            name='music',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sounded_slideshows', to='media.mediaasset'),
        ),
    ]
