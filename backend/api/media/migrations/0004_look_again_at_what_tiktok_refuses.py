"""What TikTok would refuse can be mended now: files that were turned away for that are opened again, damaged ones are not."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('media', '0003_fixes_and_details'),
    ]

    operations = [
        migrations.RunSQL(
            "UPDATE media_mediaasset SET status = 'checking', rejection_code = '', rejection_message = '' "
            "WHERE status = 'rejected' AND rejection_code LIKE '%%_check_failed' AND width IS NOT NULL",
            migrations.RunSQL.noop,
        ),
    ]
