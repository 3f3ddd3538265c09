"""What a worker has loaded before it has anything to do: several of them idle on a small server."""

import json
import subprocess
import sys

HEAVY = ("numpy", "reportlab", "arro3", "cv2", "av", "pyvips")
START = """
import json, sys
import django
django.setup()
from config.celery import app
app.loader.import_default_modules()
import config.urls
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def test_a_process_loads_what_computes_and_draws_only_when_it_is_needed() -> None:
    done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)

    loaded = json.loads(done.stdout.splitlines()[-1])
    assert "celery" in loaded
    assert [name for name in HEAVY if name in loaded] == []
