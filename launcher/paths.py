"""Where everything lies: the checkout, and the state folder beside it."""

import os
from dataclasses import dataclass
from pathlib import Path

FOR_OTHERS = 0o066  # reading and writing; passing through is needed where PostgreSQL runs as another user
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Layout:
    """Name every folder and file that the launcher touches."""

    root: Path
    home: Path

    @property
    def boot(self) -> Path:
        """The small venv that holds uv, and the links to Node."""
        return self.root / ".boot"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    @property
    def site_packages(self) -> Path:
        """The venv's package folder; it must exist."""
        return next((self.venv / "lib").glob("python3*/site-packages"))

    @property
    def backend(self) -> Path:
        return self.root / "backend"

    @property
    def sandbox(self) -> Path:
        return self.root / "sandbox"

    @property
    def frontend(self) -> Path:
        return self.root / "frontend"

    @property
    def web(self) -> Path:
        """The built web server."""
        return self.frontend / ".next" / "standalone"

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    @property
    def run(self) -> Path:
        """What is true only while Carillon runs: sockets, the lock, ready files."""
        return self.home / "run"

    def log(self, name: str) -> Path:
        return self.logs / f"{name}.log"

    def prepare(self) -> None:
        """Create the state folder, closed to everyone else."""
        for folder in (self.home, self.logs, self.run):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if folder.stat().st_mode & FOR_OTHERS:
                folder.chmod(0o700)


def layout(home: Path | None = None) -> Layout:
    """Return the layout for this checkout; CARILLON_HOME moves the state folder."""
    given = os.environ.get("CARILLON_HOME")
    chosen = home or (Path(given).expanduser() if given else ROOT / ".carillon")
    return Layout(root=ROOT, home=Path(os.path.abspath(chosen)))  # noqa: PTH100  (resolve() would follow links)
