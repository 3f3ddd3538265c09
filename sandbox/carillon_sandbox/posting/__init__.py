"""Content Posting: inits, bytes and pulls, and what becomes of a post."""
