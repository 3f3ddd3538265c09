"""The sound files that slideshows had before these counted as files a post needs."""

from django.db import migrations

# A sound file that was deleted meanwhile stays away: the slideshow says so when it is made again.
FILL = """
    UPDATE slideshows_slideshow AS slideshow SET music_id = asset.id
    FROM media_mediaasset AS asset
    WHERE asset.id = (slideshow.look -> 'music' ->> 'media_id')::uuid AND asset.workspace_id = slideshow.workspace_id
"""
# What lay in the bin although a post sounds of it comes out again.
TAKE_OUT = """
    UPDATE media_mediaasset AS asset SET deleted_at = NULL
    FROM slideshows_slideshow AS slideshow JOIN posts_post AS post ON post.id = slideshow.post_id
    WHERE slideshow.music_id = asset.id AND post.deleted_at IS NULL AND asset.deleted_at IS NOT NULL
"""


class Migration(migrations.Migration):

    dependencies = [
        ('posts', '0004_posts_by_due'),
        ('slideshows', '0002_slideshow_music'),
    ]

    operations = [migrations.RunSQL([FILL, TAKE_OUT], migrations.RunSQL.noop, elidable=True)]
