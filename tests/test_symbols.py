#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What the shared library gives, needs and keeps.

INTV_LIBRARY_DIR is the folder of the built library. Not for a library with sanitizers, which bring
symbols and data of their own.
"""

import os
import pathlib
import re
import subprocess
import unittest

HERE = pathlib.Path(__file__).resolve().parent
TOP = pathlib.Path(os.environ.get("INTV_SOURCE_DIR", HERE.parent))
LIBRARY = pathlib.Path(os.environ["INTV_LIBRARY_DIR"]) / "libinterventions.so"
MAP = TOP / "libinterventions" / "libinterventions.map"

# What the library never does: ask the locale, the clock or the environment, print, end the
# program, use the network, start programs, or change what belongs to the host.
DENIED = {
    "the locale": """setlocale newlocale uselocale localeconv nl_langinfo strtod strtof strtold atof
        strtol strtoul strtoll strtoull atoi atol toupper tolower isalpha isdigit isalnum isspace
        isupper islower ispunct strcasecmp strncasecmp strcoll strxfrm mbstowcs wcstombs mbrtowc
        sscanf scanf fscanf""",
    "printing": """printf fprintf dprintf vprintf vfprintf sprintf snprintf vsprintf vsnprintf puts
        fputs putchar putc fwrite write perror syslog stdout stderr""",
    "the end of the program": """exit _exit _Exit quick_exit abort raise kill signal sigaction
        __assert_fail""",
    "the clock": "time clock clock_gettime gettimeofday localtime gmtime strftime",
    "the environment": "getenv secure_getenv setenv putenv environ getcwd chdir",
    "chance": "rand rand_r srand random srandom drand48 getrandom arc4random",
    "the network": """socket connect bind listen accept send recv sendto recvfrom getaddrinfo
        gethostbyname""",
    "other programs": "system popen fork vfork execve execvp posix_spawn dlopen dlsym",
    "writing files": "fopen creat unlink rename mkdir rmdir mkstemp tmpfile ftruncate",
    "the host's libxml2": """xmlCleanupParser xmlSetGenericErrorFunc xmlSetStructuredErrorFunc
        xmlSetExternalEntityLoader xmlMemSetup xmlKeepBlanksDefault xmlSubstituteEntitiesDefault
        xmlXPathEval xmlSchemaParse xmlNanoHTTPInit""",
    "the host's ICU": "u_cleanup u_init u_setMemoryFunctions u_setDataDirectory uloc_setDefault",
}
LIBRARIES = re.compile(
    r"^(libxml2|libyajl|libicuuc|libicui18n|libicudata|libmd|libstemmer|libc|libpthread|ld-linux[\w-]*)\.so\b")
# Remembers whether libxml2 and ICU can be used; set once, before any other use.
DATA_OF_XML = {"library_once", "library_is_usable"}
DATA_OF_TOOLS = {"completed", "__dso_handle", "__TMC_END__", "__bss_start", "_edata", "_end"}


def output(*command: str) -> str:
    """What a command prints, always in English."""
    return subprocess.run(command, text=True, check=True, stdout=subprocess.PIPE,
                          env={**os.environ, "LC_ALL": "C"}).stdout


def plain(name: str) -> str:
    """A symbol without its version and without the dress of checked functions."""
    name = re.sub(r"@.*|_\d+$|^__isoc\d+_", "", name)
    checked = re.fullmatch(r"__(\w+)_chk", name)
    return checked[1] if checked and checked[1] != "stack" else name


def writable_objects() -> set[tuple[str, str]]:
    """File and name of every object in writable data."""
    sections = {number for number, name in re.findall(
        r"^ *\[ *(\d+)\] (\S+)", output("readelf", "-SW", str(LIBRARY)), re.M)
        if re.match(r"\.(data|bss|tdata|tbss|sdata|sbss)(?!\.rel\.ro)", name)}
    found = set()
    file = ""
    for line in output("readelf", "-sW", str(LIBRARY)).splitlines():
        words = line.split()
        if len(words) == 8 and words[3] == "FILE":
            file = words[7]
        elif len(words) == 8 and words[3] in ("OBJECT", "TLS", "COMMON") and words[6] in sections:
            found.add((pathlib.PurePath(file).name, re.sub(r"\.\d+$", "", words[7])))
    return found


class Symbols(unittest.TestCase):
    """The outside of the library."""

    def test_it_gives_the_functions_of_the_map_and_nothing_else(self) -> None:
        listed = output("nm", "-D", "--defined-only", str(LIBRARY)).splitlines()
        given = {tuple(line.split()[-2:]) for line in listed}
        functions = {name.split("@")[0] for kind, name in given if kind == "T"}
        others = {name for kind, name in given if kind != "T"}
        stated = set(re.findall(r"^    (\w+);$", MAP.read_text(encoding="utf-8"), re.M))
        versions = set(re.findall(r"^(INTV_[\d.]+) \{$", MAP.read_text(encoding="utf-8"), re.M))
        self.assertGreater(len(stated), 100)
        self.assertEqual(functions, stated)
        self.assertEqual({name.split("@")[0] for name in others}, versions)

    def test_it_needs_nothing_that_is_denied(self) -> None:
        listed = output("nm", "-D", "--undefined-only", str(LIBRARY)).splitlines()
        needed = {plain(line.split()[-1]) for line in listed}
        self.assertIn("free", needed)
        for reason, names in DENIED.items():
            with self.subTest(reason):
                self.assertEqual(needed & set(names.split()), set())
        self.assertEqual({name for name in needed if name.startswith("__ctype_")}, set())

    def test_it_needs_only_these_libraries(self) -> None:
        dynamic = output("readelf", "-dW", str(LIBRARY))
        needed = re.findall(r"\(NEEDED\).*\[(.+)\]", dynamic)
        self.assertTrue(needed)
        self.assertEqual([name for name in needed if not LIBRARIES.match(name)], [])
        self.assertIn("[libinterventions.so.0]", dynamic)
        self.assertNotRegex(dynamic, r"\((RPATH|RUNPATH|TEXTREL)\)")

    def test_it_keeps_no_writable_data(self) -> None:
        symbols = output("readelf", "-sW", str(LIBRARY))
        self.assertRegex(symbols, r"FILE +LOCAL .* xml\.c", "the library was stripped")
        own = {(file, name) for file, name in writable_objects() if name not in DATA_OF_TOOLS}
        self.assertEqual(own, {("xml.c", name) for name in DATA_OF_XML})

    def test_it_is_hardened(self) -> None:
        self.assertRegex(output("readelf", "-dW", str(LIBRARY)), r"BIND_NOW|\bNOW\b")
        segments = output("readelf", "-lW", str(LIBRARY))
        self.assertIn("GNU_RELRO", segments)
        self.assertRegex(segments, r"GNU_STACK .* RW +0x")

    def test_checked_functions_are_seen_through(self) -> None:
        self.assertEqual(plain("__fprintf_chk@GLIBC_2.3.4"), "fprintf")
        self.assertEqual(plain("__isoc99_sscanf@GLIBC_2.7"), "sscanf")
        self.assertEqual(plain("u_cleanup_72"), "u_cleanup")
        self.assertEqual(plain("__stack_chk_fail@GLIBC_2.4"), "__stack_chk_fail")


if __name__ == "__main__":
    unittest.main()
