"""How much there must be before anything is told: what asks can know it without loading numpy. Pure."""

FORECAST_DAYS = 28  # in a row
TIMES_POSTS, TIMES_ACCOUNTS = 50, 10  # one or the other, with known views at 24 hours
VIRAL_ACCOUNTS = 10  # before there is a fleet to lean on
WEEK_SLOTS = 168
