#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What is installed, and that programs of others find and use it.

The project is built once, for /usr, and installed twice: staged into a folder that is not its prefix,
as distributors do, and into a prefix with spaces in its name. From both, the programs in
tests/consumers/ are built through pkg-config, CMake and Meson, shared and static; all must answer alike.
"""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent
CONSUMERS = HERE / "consumers"
VERSION = re.search(r"^  version: '([\d.]+)'", (TOP / "meson.build").read_text("utf-8"), re.M)[1]
TAGS = ("runtime", "devel", "man", "data", "php")
SHARE = pathlib.PurePath("share/interventions")
PLAIN = {"LC_ALL": "C.UTF-8", "COLUMNS": "80", "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def run(command: list[str], **options: object) -> str:
    """Runs a command that must succeed; gives what it prints."""
    options["env"] = {**os.environ, **PLAIN, **options.get("env", {})}
    done = subprocess.run([str(word) for word in command], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=600, **options)
    if done.returncode != 0:
        raise AssertionError(f"{shlex.join(map(str, command))} gives {done.returncode}:\n{done.stdout}")
    return done.stdout


class Place:
    """An installed tree: its prefix, its library folder, and how to find it."""

    def __init__(self, prefix: pathlib.Path, libdir: str, sysroot: pathlib.Path | None) -> None:
        self.prefix = prefix
        self.lib = prefix / libdir
        self.paths = {"PKG_CONFIG_PATH": str(self.lib / "pkgconfig"),
                      "CMAKE_PREFIX_PATH": str(prefix)}
        if sysroot:
            self.paths["PKG_CONFIG_SYSROOT_DIR"] = str(sysroot)
        self.running = {"LD_LIBRARY_PATH": str(self.lib)}

    def files(self) -> set[str]:
        return {str(path.relative_to(self.prefix)) for path in self.prefix.rglob("*")
                if path.is_symlink() or not path.is_dir()}

    def program(self, *words: str) -> str:
        return run([self.prefix / "bin" / "interventions", *words], env=self.running)

    def pkg_config(self, *words: str) -> str:
        return run(["pkg-config", *words, "interventions"], env=self.paths).strip()


class Installed:
    """Builds and installs once, for all tests."""

    folder: tempfile.TemporaryDirectory
    work: pathlib.Path
    build: pathlib.Path
    libdir: str
    staged: Place
    spaced: Place


def install(*words: str) -> None:
    run(["meson", "install", "-C", Installed.build, "--no-rebuild", "--quiet", *words])


def setUpModule() -> None:
    Installed.folder = tempfile.TemporaryDirectory()
    Installed.work = pathlib.Path(Installed.folder.name).resolve()
    build = Installed.build = Installed.work / "build"
    run(["meson", "setup", build, TOP, "--prefix=/usr", "--buildtype=debugoptimized",
         "-Dtests=disabled", "-Ddemo=enabled"])
    run(["ninja", "-C", build])
    options = json.loads(run(["meson", "introspect", "--buildoptions", build]))
    Installed.libdir = next(one["value"] for one in options if one["name"] == "libdir")
    stage = Installed.work / "stage"
    install("--destdir", str(stage))
    Installed.staged = Place(stage / "usr", Installed.libdir, stage)
    prefix = Installed.work / "a place with spaces"
    run(["meson", "configure", build, f"-Dprefix={prefix}"])
    run(["ninja", "-C", build])
    install()
    Installed.spaced = Place(prefix, Installed.libdir, None)


def tearDownModule() -> None:
    Installed.folder.cleanup()


def expected_files() -> dict[str, set[str]]:
    """The files that belong to each tag."""
    found: dict[str, set[str]] = {tag: set() for tag in TAGS}
    for line in (HERE / "installed.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            tag, path = line.split()
            path = path.replace("VERSION", VERSION).replace("LIB/", Installed.libdir + "/")
            found[tag].add(path)
    headers = {path.name.removesuffix(".in") for path in (TOP / "include/interventions").glob("*.h*")}
    found["devel"] |= {f"include/interventions/{name}" for name in headers}
    found["devel"] |= {str(SHARE / "schema" / path.name)
                       for path in (TOP / "doc/schema").glob("*.json")}
    found["data"] |= {str(SHARE / path.relative_to(TOP / "data"))
                      for path in (TOP / "data").rglob("*") if path.is_file()}
    return found


class Files(unittest.TestCase):
    """What stands where."""

    def test_these_files_are_installed_and_no_others(self) -> None:
        expected = set().union(*expected_files().values())
        self.assertGreater(len(expected), 100)
        self.assertEqual(sorted(Installed.staged.files()), sorted(expected))
        self.assertEqual(sorted(Installed.spaced.files()), sorted(expected))

    def test_library_data_and_the_rest_can_be_installed_apart(self) -> None:
        for tag, expected in expected_files().items():
            with self.subTest(tag), tempfile.TemporaryDirectory() as folder:
                install("--destdir", folder, "--tags", tag)
                inside = pathlib.Path(folder + str(Installed.spaced.prefix))
                place = Place(inside, Installed.libdir, None)
                self.assertEqual(sorted(place.files()), sorted(expected))

    def test_no_file_knows_where_it_was_built(self) -> None:
        looked_at = 0
        for path in Installed.staged.prefix.rglob("*"):
            if path.is_file() and not path.is_symlink():
                content = path.read_bytes()
                looked_at += 1
                for folder in (TOP, Installed.work, os.path.relpath(TOP, Installed.build)):
                    self.assertNotIn(str(folder).encode(), content, path)
        self.assertGreater(looked_at, 100)

    def test_modes_are_those_of_programs_and_of_data(self) -> None:
        programs = {"interventions", f"libinterventions.so.{VERSION}"}
        for path in Installed.staged.prefix.rglob("*"):
            if path.is_file() and not path.is_symlink():
                self.assertEqual(path.stat().st_mode & 0o777,
                                 0o755 if path.name in programs else 0o644, path)

    def test_the_library_has_its_soname_and_no_path_to_search(self) -> None:
        lib = Installed.staged.lib
        self.assertEqual(os.readlink(lib / "libinterventions.so"), "libinterventions.so.0")
        self.assertEqual(os.readlink(lib / "libinterventions.so.0"), f"libinterventions.so.{VERSION}")
        for path in (lib / "libinterventions.so", Installed.staged.prefix / "bin/interventions"):
            dynamic = run(["readelf", "-dW", path])
            self.assertIn("libinterventions.so.0]", dynamic)
            self.assertNotRegex(dynamic, r"\((RPATH|RUNPATH)\)")

    def test_the_archive_shows_the_public_functions_and_nothing_else(self) -> None:
        listed = run(["nm", "-g", "--defined-only", Installed.staged.lib / "libinterventions.a"])
        shown = {tuple(line.split()[1:]) for line in listed.splitlines() if len(line.split()) == 3}
        functions = json.loads((TOP / "libinterventions/abi.json").read_text("utf-8"))["functions"]
        self.assertEqual(shown, {("T", one["name"]) for one in functions})

    def test_the_manual_page_names_every_command(self) -> None:
        page = (Installed.staged.prefix / "share/man/man1/interventions.1").read_text("utf-8")
        commands = re.findall(r"^  ([a-z]+)\b", Installed.staged.program("help", "--lang", "en")
                              .split("Examples")[0].split("Example")[0], re.M)
        self.assertIn("match", commands)
        for command in commands:
            self.assertRegex(page, rf"(?m)^\.(B|BI|BR) {command}\b")


class Data(unittest.TestCase):
    """The catalogue beside the library."""

    def test_the_edition_of_the_data_can_be_read_from_one_line(self) -> None:
        place = Installed.staged
        text = (place.prefix / SHARE / "edition").read_text(encoding="utf-8")
        self.assertRegex(text, r"^\d{4}-\d\d-\d\d\n$")
        self.assertIn(text.strip(), place.program("version"))

    def test_installed_data_are_those_of_the_source_and_load(self) -> None:
        place = Installed.staged
        for path in (TOP / "data").rglob("*"):
            if path.is_file():
                there = place.prefix / SHARE / path.relative_to(TOP / "data")
                self.assertEqual(there.read_bytes(), path.read_bytes())
        place.program("validate", str(place.prefix / SHARE))

    def test_corrected_data_need_no_new_program(self) -> None:
        place, data = Installed.staged, Installed.work / "corrected"
        shutil.copytree(place.prefix / SHARE, data)
        edition = (data / "edition").read_text(encoding="utf-8").strip()
        for path in data.rglob("*.xml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(f'edition="{edition}"', 'edition="2099-01-01"'), "utf-8")
        said = place.program("list", "--json", "--catalogue", str(data))
        self.assertEqual(json.loads(said)["edition"], "2099-01-01")

    def test_the_library_answers_without_installed_data(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            install("--destdir", folder, "--tags", "runtime")
            inside = pathlib.Path(folder + str(Installed.spaced.prefix))
            self.assertIn("jos", Place(inside, Installed.libdir, None).program("list"))


class PkgConfig(unittest.TestCase):
    """interventions.pc"""

    def test_it_tells_version_format_data_and_description(self) -> None:
        place = Installed.spaced
        self.assertEqual(place.pkg_config("--modversion"), VERSION)
        self.assertIn(": " + place.pkg_config("--variable=formatversion") + "\n",
                      place.program("version"))
        abi = pathlib.Path(place.pkg_config("--variable=abi").replace("\\ ", " "))
        self.assertEqual(abi.read_bytes(), (TOP / "libinterventions/abi.json").read_bytes())
        datadir = pathlib.Path(place.pkg_config("--variable=datadir").replace("\\ ", " "))
        self.assertEqual(datadir, place.prefix / SHARE)
        staged = Installed.staged
        self.assertEqual(staged.pkg_config("--variable=datadir"), str(staged.prefix / SHARE))

    def test_the_shared_library_asks_nothing_of_its_users(self) -> None:
        words = shlex.split(Installed.staged.pkg_config("--libs"))
        self.assertEqual(words, [f"-L{Installed.staged.lib}", "-linterventions"])


class Consumers(unittest.TestCase):
    """Programs of others; each prints the same answer."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.consumers = Installed.work / "consumers"
        shutil.copytree(CONSUMERS, cls.consumers)
        said = Installed.staged.program("match", "--json", "--must", "target-group=parents",
                                        "--wish", "setting=neighbourhood", "--wish",
                                        "aim=early-recognition", "--limit", "3")
        cls.names = [one["name"]["nl"] for one in json.loads(said)["matches"]]

    def check(self, program: pathlib.Path, place: Place | None, shared: bool) -> None:
        """The program runs, gives the answer, and needs the shared library or does not."""
        said = run([program], env=place.running if place else {})
        heads = [line for line in said.splitlines() if not line.startswith(" ")]
        self.assertEqual([head.rsplit(": ", 1)[0] for head in heads], self.names)
        self.assertEqual(len(said.splitlines()), 12)
        needed = "libinterventions.so.0" in run(["readelf", "-dW", program])
        self.assertEqual(needed, shared, program)

    def compile_by_pkg_config(self, place: Place, shared: bool) -> None:
        program = Installed.work / f"pkg-config-{place.prefix.name}-{shared}"
        words = shlex.split(place.pkg_config("--cflags", "--libs", *([] if shared else ["--static"])))
        if not shared:
            words = [re.sub("^-linterventions$", "-l:libinterventions.a", word) for word in words]
        run(["gcc", "-std=c11", "-Wall", "-Werror", self.consumers / "answer.c", "-o", program, *words])
        self.check(program, place, shared)

    def test_pkg_config_shared(self) -> None:
        for place in (Installed.staged, Installed.spaced):
            self.compile_by_pkg_config(place, shared=True)

    def test_pkg_config_static(self) -> None:
        for place in (Installed.staged, Installed.spaced):
            self.compile_by_pkg_config(place, shared=False)

    def test_cmake_shared_and_static(self) -> None:
        for place in (Installed.staged, Installed.spaced):
            made = Installed.work / f"cmake-{place.prefix.name}"
            said = run(["cmake", "-G", "Ninja", "-S", self.consumers / "cmake", "-B", made],
                       env=place.paths)
            self.assertIn(f"data: {place.prefix / SHARE}, format 1.", said)
            run(["cmake", "--build", made])
            self.check(made / "answer-shared", place, shared=True)
            self.check(made / "answer-static", None, shared=False)

    def find_by_cmake(self, words: str) -> subprocess.CompletedProcess:
        folder = pathlib.Path(tempfile.mkdtemp(dir=Installed.work))
        (folder / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.16)\nproject(asks NONE)\n"
            f"find_package(interventions {words} CONFIG REQUIRED)\n", encoding="utf-8")
        found = Installed.staged.lib / "cmake" / "interventions"
        return subprocess.run(["cmake", "-G", "Ninja", "-S", folder, "-B", folder / "b",
                               f"-Dinterventions_DIR={found}"], text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False)

    def test_cmake_gets_an_older_version_but_no_newer_one(self) -> None:
        for words, status in (("0.2", 0), ("0.1", 0), ("", 0), ("0.99", 1), ("1.0", 1)):
            with self.subTest(words):
                said = self.find_by_cmake(words)
                self.assertEqual(said.returncode, status, said.stdout)
        self.assertIn(f"version: {VERSION}", self.find_by_cmake("0.99").stdout)

    def test_cmake_says_which_component_is_lacking(self) -> None:
        said = self.find_by_cmake("0.2 COMPONENTS shared blue")
        self.assertEqual(said.returncode, 1)
        self.assertIn("component blue is not", said.stdout)

    def test_meson_with_the_library_of_the_system(self) -> None:
        for place in (Installed.staged, Installed.spaced):
            made = Installed.work / f"meson-{place.prefix.name}"
            said = run(["meson", "setup", "--wrap-mode=nofallback", made, self.consumers / "meson"],
                       env=place.paths)
            self.assertRegex(said, rf"dependency interventions found: YES {re.escape(VERSION)}")
            run(["ninja", "-C", made])
            self.check(made / "answer-shared", place, shared=True)
            self.check(made / "answer-static", None, shared=False)

    def test_meson_with_the_project_inside(self) -> None:
        made = Installed.work / "meson-inside"
        shutil.copytree(TOP, self.consumers / "meson/subprojects/libinterventions",
                        ignore=shutil.ignore_patterns("build", ".git"))
        said = run(["meson", "setup", "--wrap-mode=forcefallback", made, self.consumers / "meson"])
        self.assertIn("libinterventions: YES", re.sub(r"\s*: ", ": ", said))
        run(["ninja", "-C", made])
        self.check(made / "answer-shared", None, shared=True)
        self.check(made / "answer-static", None, shared=False)
        inside = made / "subprojects/libinterventions"
        self.assertFalse((inside / "demo").exists() or (inside / "tests").exists())

    def test_php_finds_the_staged_library_and_answers_as_c_does(self) -> None:
        place = Installed.staged
        said = run(["php", TOP / "demo/examples/first-match.php",
                    place.prefix / SHARE / "php/interventions.h"], env=place.running)
        program = Installed.work / "answer-for-php"
        run(["gcc", CONSUMERS / "answer.c", "-o", program,
             *shlex.split(place.pkg_config("--cflags", "--libs"))])
        self.assertEqual(said, run([program], env=place.running))


if __name__ == "__main__":
    unittest.main()
