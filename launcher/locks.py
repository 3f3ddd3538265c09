"""`make lock`: write the lock files anew from their inputs; with UPGRADE=1 to the newest versions."""

from pathlib import Path

from launcher import environment, install, node
from launcher.steps import Context, run_step

COMPILE = (
    "pip", "compile", "-q", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header",
    "--no-annotate",
)  # fmt: skip


def lock(context: Context, *, upgrade: bool) -> None:
    """Write every lock file; none of them names a download address."""
    layout = context.layout
    with install.one_at_a_time(layout):
        install.install_python(context, dev=True)
    run, dev = install.lock_file(layout, dev=False), install.lock_file(layout, dev=True)
    own, sandbox = layout.backend / "requirements.in", layout.sandbox / "requirements.in"
    extra = ["--upgrade"] if upgrade else []
    _compile(context, [layout.root / "launcher" / "requirements.in"], install.UV_LOCK, extra)
    _compile(context, [own, sandbox], run, extra)
    _compile(context, [layout.backend / "requirements-dev.in"], dev, [*extra, "--constraints", str(run)])
    rivals = layout.root / "bench" / "slideshow"
    _compile(context, [rivals / "requirements.in"], rivals / "requirements.lock", extra)
    _lock_web(context, "web packages", layout.frontend)
    _lock_web(context, "Lighthouse", layout.root / "bench" / "lighthouse")


def _lock_web(context: Context, what: str, folder: Path) -> None:
    found = node.find(context.layout)
    run_step(
        context,
        title=f"Locking {what}",
        argv=[found.npm, "install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=folder,
        env=found.environment(),
        log=context.layout.log("lock"),
    )


def _compile(context: Context, inputs: list[Path], output: Path, extra: list[str]) -> None:
    layout = context.layout
    uv = str(layout.boot / "bin" / "uv")
    argv = [uv, *COMPILE, *extra, *(str(path) for path in inputs), "-o", str(output)]
    title = f"Locking {output.relative_to(layout.root)}"
    run_step(context, title=title, argv=argv, cwd=layout.root, env=environment.base(), log=layout.log("lock"))
