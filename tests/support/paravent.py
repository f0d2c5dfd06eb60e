"""The release binary, run in a home of its own, in French unless told."""
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("PARAVENT_BINARY", ROOT / "build/release/bin/paravent"))


def environment(home, locale="fr_FR.UTF-8"):
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "XDG_"))}
    return {**keep, "HOME": str(home), "XDG_CONFIG_HOME": str(pathlib.Path(home, "config")), "LC_ALL": locale}


def run(home, *arguments, stdin=b"", locale="fr_FR.UTF-8", cwd=None):
    """The finished process: returncode, stdout and stderr as bytes."""
    return subprocess.run([str(BINARY), *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd or home,
                          env=environment(home, locale), timeout=120, check=False)
