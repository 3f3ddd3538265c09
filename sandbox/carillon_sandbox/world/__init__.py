"""The people of this TikTok, their videos and their figures, and the Display API that tells of them."""
