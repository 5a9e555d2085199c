#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The library from PHP: the example answers as C does, and a fault gives one clear message.

INTV_LIBRARY_DIR is the folder of the built library; the first argument is the program answer, which
prints in C what the example prints in PHP.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parent.parent
LIBRARY = os.environ["INTV_LIBRARY_DIR"]
EXAMPLE = TOP / "demo" / "examples" / "first-match.php"
HEADER = TOP / "bindings" / "php" / "interventions.h"
ANSWER = sys.argv.pop(1)


def run(command: list[str], library: str = LIBRARY) -> subprocess.CompletedProcess:
    """Runs a command that finds the library in a folder."""
    return subprocess.run([str(word) for word in command], text=True, capture_output=True, timeout=60,
                          env={**os.environ, "LD_LIBRARY_PATH": library}, check=False)


class Php(unittest.TestCase):
    """demo/examples/first-match.php"""

    def test_it_answers_as_c_does(self) -> None:
        php, c = run(["php", EXAMPLE, HEADER]), run([ANSWER])
        self.assertEqual((php.returncode, c.returncode), (0, 0), php.stderr + c.stderr)
        self.assertEqual(len(c.stdout.splitlines()), 12)
        self.assertEqual(php.stdout, c.stdout)
        self.assertEqual(php.stderr, "")

    def test_every_function_of_the_header_can_be_called(self) -> None:
        names = re.findall(r"\b(intv_\w+)\([^;]*\);", HEADER.read_text(encoding="utf-8"))
        self.assertGreater(len(names), 100)
        calls = "".join(f"$f->{name};" for name in names)
        code = f"$f = FFI::load('{HEADER}'); {calls} echo $f->intv_version(), $f->INTV_NONE;"
        said = run(["php", "-r", code])
        self.assertEqual((said.returncode, said.stderr), (0, ""), said.stdout)
        self.assertRegex(said.stdout, r"^\d+\.\d+\.\d+4294967295$")

    def expect_one_message(self, said: subprocess.CompletedProcess, words: str) -> None:
        self.assertEqual(said.returncode, 2, said.stdout)
        self.assertEqual(said.stdout, "")
        self.assertEqual(len(said.stderr.splitlines()), 1, said.stderr)
        self.assertIn("Geen antwoord van libinterventions: ", said.stderr)
        self.assertIn(words, said.stderr)

    def test_a_lacking_library_gives_one_message(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self.expect_one_message(run(["php", EXAMPLE, HEADER], folder), "libinterventions.so.0")

    def test_a_lacking_header_gives_one_message(self) -> None:
        self.expect_one_message(run(["php", EXAMPLE, "no-such-header.h"]), "no-such-header.h")

    def test_php_without_ffi_gives_one_message(self) -> None:
        self.expect_one_message(run(["php", "-n", EXAMPLE, HEADER]), "extension=ffi")

    def test_ffi_that_is_switched_off_gives_one_message(self) -> None:
        self.expect_one_message(run(["php", "-d", "ffi.enable=0", EXAMPLE, HEADER]), "ffi.enable")

    def test_a_wrong_question_gives_one_message(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            wrong = pathlib.Path(folder) / "wrong.php"
            text = EXAMPLE.read_text(encoding="utf-8")
            self.assertIn("['parents']", text)
            wrong.write_text(text.replace("['parents']", "['no-such-group']"), encoding="utf-8")
            self.expect_one_message(run(["php", wrong, HEADER]), "no-such-group")


if __name__ == "__main__":
    unittest.main()
