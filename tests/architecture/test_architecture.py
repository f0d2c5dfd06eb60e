#!/usr/bin/env python3
"""Holds the dependency graph that CMake knows against the one that ARCHITECTURE.md promises, and the sources against the rules of the core."""
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from report import run

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What each module may use, directly. Adding a line here is a decision: DESIGN says which way dependencies point.
ALLOWED = {
    "text": set(),
    "markdown": {"text"},
    "knowledge": {"text"},
    "policy": {"text"},
    "detect": {"text", "markdown", "knowledge", "policy"},
    "anonymise": {"detect"},
    "risk": {"detect"},
    "report": {"anonymise", "risk"},
    "platform": {"text"},
    "store": {"anonymise", "platform"},
    "workspace": {"anonymise", "platform"},
    "clients": {"workspace", "store"},
    "lsp_server": {"report", "workspace"},
    "lsp_vault": {"lsp_server", "clients"},
}
PURE = ["text", "markdown", "knowledge", "policy", "detect", "anonymise", "risk", "report"]
FOLDER = {**{name: ROOT / "core" / name for name in PURE}, "platform": ROOT / "platform", "store": ROOT / "core" / "store", "workspace": ROOT / "workspace", "clients": ROOT / "clients",
          "lsp_server": ROOT / "lsp-server", "lsp_vault": ROOT / "lsp-vault"}
# Headers of the standard library and the system that would bring I/O, clocks, threads or locales into the core.
IMPURE = {"fstream", "iostream", "filesystem", "thread", "mutex", "condition_variable", "future", "chrono", "ctime", "locale", "regex",
          "random", "unistd.h", "fcntl.h", "sys/stat.h", "csignal", "spdlog/spdlog.h", "cstdio"}
SUFFIXES = {".cpp", ".hpp", ".inc"}


def modules():
    """{module: modules it links} as the CMake files declare them."""
    found = {}
    for file in sorted(ROOT.glob("**/CMakeLists.txt")):
        if {"build", "node_modules"} & set(file.relative_to(ROOT).parts):
            continue
        for call in re.findall(r"^paravent_module\((.*?)\)", file.read_text(), re.S | re.M):
            call = call.replace("${PROJECT_SOURCE_DIR}", "")
            found[call.split()[0]] = set(re.findall(r"paravent::(\w+)", call))
    return found


def sources(module):
    return [path for path in sorted(FOLDER[module].rglob("*")) if path.suffix in SUFFIXES]


def includes(path):
    return re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', path.read_text(), re.M)


def reachable(module):
    seen, todo = set(), [module]
    while todo:
        for other in ALLOWED[todo.pop()]:
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen


class Architecture(unittest.TestCase):
    def test_every_module_is_known_and_links_only_what_it_may(self):
        found = modules()
        self.assertEqual(set(found), set(ALLOWED))
        for name, links in found.items():
            self.assertLessEqual(links, ALLOWED[name], f"{name} links more than it may")

    def test_the_graph_has_no_cycle(self):
        for name in ALLOWED:
            self.assertNotIn(name, reachable(name))

    def test_includes_follow_the_graph(self):
        folder_of = {"lsp-server": "lsp_server", "lsp-vault": "lsp_vault"}
        for name in ALLOWED:
            allowed = reachable(name) | {name}
            for path in sources(name):
                for header in includes(path):
                    first = header.split("/")[0]
                    first = folder_of.get(first, first)
                    if "/" in header and first in ALLOWED:
                        self.assertIn(first, allowed, f"{path.relative_to(ROOT)} includes {header}")

    def test_the_core_is_pure(self):
        for name in PURE:
            for path in sources(name):
                # toml.hpp only gives toml++ a stream that never opens, where WebAssembly has none.
                allowed = {"fstream"} if path.name == "toml.hpp" else set()
                self.assertFalse(IMPURE & set(includes(path)) - allowed, f"{path.relative_to(ROOT)} brings impurity in")
                code = re.sub(r"//.*", "", path.read_text())
                self.assertNotRegex(code, r"\bthrow\b|\btry\s*\{|\bcatch\s*\(", f"{path.relative_to(ROOT)} throws")

    def test_posix_stands_in_platform_alone(self):
        posix = {"unistd.h", "fcntl.h", "sys/stat.h", "sys/types.h", "poll.h", "dirent.h", "sys/mman.h", "sys/resource.h", "sys/prctl.h"}
        for path in ROOT.glob("**/*.?pp"):
            parts = path.relative_to(ROOT).parts
            if parts[0] in ("platform", "build", "tests", "data") or "node_modules" in parts:
                continue
            self.assertFalse(posix & set(includes(path)), f"{path.relative_to(ROOT)} talks to the system itself")

    def test_user_words_promise_nothing(self):
        """DESIGN rule 9 (checklist Q8): these words never reach a user."""
        forbidden = re.compile(r"\b(anonymes?|conformes? (?:au )?RGPD|GDPR[- ]compliant|100\s?%)\b", re.I)
        for name in FOLDER:
            for path in sources(name):
                for literal in re.findall(r'"((?:[^"\\\n]|\\.)*)"', path.read_text()):
                    self.assertNotRegex(literal, forbidden, str(path.relative_to(ROOT)))

    def test_no_address_of_a_registry_and_no_path_of_a_machine(self):
        import subprocess
        bad = re.compile(r"registry\.npm" + r"js|pypi" + r"\.org|files\.python" + r"hosted|deb\.deb" + r"ian|/wo" + r"rk/(main|shared)|/ro" + r"ot/")
        for name in subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True).split("\n"):
            path = ROOT / name
            if name and path.is_file() and path.suffix not in {".png"}:
                self.assertNotRegex(path.read_text(encoding="utf-8", errors="replace"), bad, name)


if __name__ == "__main__":
    run()
