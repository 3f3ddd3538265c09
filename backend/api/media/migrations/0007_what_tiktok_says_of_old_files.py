"""Files that were checked before the library could be narrowed down by it: what TikTok says to them is written beside them."""

from django.db import migrations

from video.doctor import Measured, examine, worst_of

BATCH = 500
MEASURES = ("mime_type", "size_bytes", "duration_ms", "width", "height", "frame_rate", "video_codec", "audio_codec")


def judge(row) -> str:
    """Say what `verdicts.judge` said when this was written."""
    if row.photo_sha256 or row.kind == "audio":
        return "fine"
    measures = {name: getattr(row, name) for name in MEASURES}
    return worst_of(examine(Measured(is_image=row.kind == "image", **measures, **(row.details or {})))).value


def write_verdicts(apps, _) -> None:
    assets = apps.get_model("media", "MediaAsset").objects
    batch = []
    for row in assets.filter(status="ready", worst="").iterator(BATCH):
        row.worst = judge(row)
        batch.append(row)
        if len(batch) == BATCH:
            assets.bulk_update(batch, ["worst"])
            batch = []
    assets.bulk_update(batch, ["worst"])


class Migration(migrations.Migration):

    dependencies = [
        ('media', '0006_library'),
    ]

    operations = [migrations.RunPython(write_verdicts, migrations.RunPython.noop, elidable=True)]
