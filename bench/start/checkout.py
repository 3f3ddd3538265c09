"""A checkout as a new person would have it, and an environment without any cache."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = ("CARILLON_", "TIKTOK_", "S3_", "SANDBOX_", "E2E_")
LEFT_OUT_NAMES = frozenset({
    "PORT", "DATABASE_URL", "REDIS_URL", "MEDIA_ROOT", "PUBLIC_URL", "VIRTUAL_ENV", "MAKEFLAGS", "MAKELEVEL",
})  # fmt: skip


def make(target: Path, *, worktree: bool) -> Path:
    """Return a fresh checkout: the committed state, or the working tree without what git ignores."""
    if not worktree:
        subprocess.run(["git", "clone", "-q", "--no-hardlinks", str(ROOT), str(target)], check=True)
        return target
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True).stdout.split(b"\0")
    for name in (os.fsdecode(raw) for raw in names if raw):
        source = ROOT / name
        if source.is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)
    return target


def fresh_environment(folder: Path) -> dict[str, str]:
    """Return this environment with empty caches; the machine's way to its package registries stays."""
    env = {
        name: value
        for name, value in os.environ.items()
        if name not in LEFT_OUT_NAMES and not name.startswith(LEFT_OUT)
    }
    old_home = Path.home()
    places = {
        "HOME": "home",
        "TMPDIR": "tmp",
        "UV_CACHE_DIR": "uv",
        "npm_config_cache": "npm",
        "XDG_CACHE_HOME": "cache",
    }
    for name, place in places.items():
        (folder / place).mkdir()
        env[name] = str(folder / place)
    env["PIP_NO_CACHE_DIR"] = "1"
    env.setdefault("XDG_CONFIG_HOME", str(old_home / ".config"))
    for name, path in {"PIP_CONFIG_FILE": ".pip/pip.conf", "NPM_CONFIG_USERCONFIG": ".npmrc"}.items():
        if (old_home / path).exists():
            env.setdefault(name, str(old_home / path))
    return env
