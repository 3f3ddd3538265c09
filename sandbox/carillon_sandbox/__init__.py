"""A TikTok of our own: a simulator of TikTok's public APIs, spoken to over HTTP only."""
