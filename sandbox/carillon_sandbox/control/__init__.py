"""The control API: ours, not TikTok's."""
