"""The fault plan on the real product: processes are killed, stores crash, TikTok answers wrong, and every post goes out once."""
