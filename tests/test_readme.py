#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The README says what happens: its commands print what it shows, its C program compiles and runs.

The project is installed into a folder of its own; the C program finds it by pkg-config alone.
"""

import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parent.parent
BUILD = pathlib.Path(os.environ["INTV_BUILD_DIR"])
README = (TOP / "README.md").read_text(encoding="utf-8")
MOST_C_LINES = 30


def blocks(language: str) -> list[str]:
    """Fenced blocks of the README in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.S | re.M)


class Readme(unittest.TestCase):
    """What the README shows."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run(["meson", "install", "-C", str(BUILD), "--no-rebuild", "--quiet",
                        "--destdir", cls.folder.name], check=True, stdout=subprocess.DEVNULL)
        root = pathlib.Path(cls.folder.name)
        cls.pc = next(root.rglob("interventions.pc"))
        cls.program = next(path for path in root.rglob("bin/interventions"))
        cls.environment = {**os.environ, "PKG_CONFIG_PATH": str(cls.pc.parent),
                           "PKG_CONFIG_SYSROOT_DIR": cls.folder.name,
                           "LD_LIBRARY_PATH": str(cls.pc.parent.parent), "COLUMNS": "80",
                           "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}

    @classmethod
    def tearDownClass(cls) -> None:
        cls.folder.cleanup()

    def run_program(self, words: list[str]) -> str:
        """Output of the installed program."""
        done = subprocess.run([str(self.program), *words], env=self.environment, cwd=TOP,
                              capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    def test_commands_print_what_the_readme_shows(self) -> None:
        shown = 0
        for block in blocks("console"):
            for part in re.split(r"^(?=\$ )", block, flags=re.M):
                command, _, expected = part.partition("\n")
                if not command.startswith("$ interventions"):
                    continue
                shown += 1
                words = shlex.split(command[2:])[1:]
                printed = self.run_program(words)
                if "[...]" in expected:
                    for piece in filter(None, map(str.strip, expected.split("[...]"))):
                        self.assertIn(piece, printed, command)
                else:
                    self.assertEqual(expected.rstrip(), printed.rstrip(), command)
        self.assertGreaterEqual(shown, 3)

    def test_c_program_compiles_by_pkg_config_and_prints_a_match_with_its_source(self) -> None:
        programs = blocks("c")
        self.assertEqual(len(programs), 1)
        self.assertLessEqual(len(programs[0].splitlines()), MOST_C_LINES)
        work = pathlib.Path(self.folder.name)
        source = work / "first.c"
        source.write_text(programs[0], encoding="utf-8")
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "interventions"],
                               env=self.environment, capture_output=True, text=True, check=True)
        subprocess.run([os.environ.get("CC", "cc"), "-std=c11", "-Wall", "-Wextra", "-Werror",
                        str(source), "-o", str(work / "first"), *flags.stdout.split()], check=True)
        done = subprocess.run([str(work / "first")], env=self.environment, capture_output=True,
                              text=True, check=True)
        self.assertEqual(len(done.stdout.splitlines()), len(done.stdout.strip().splitlines()))
        self.assertIn(done.stdout.strip(), README)

    def test_readme_says_the_boundary_in_dutch_and_english(self) -> None:
        self.assertIn("nooit over personen", README)
        self.assertIn("never persons", README)


if __name__ == "__main__":
    unittest.main()
