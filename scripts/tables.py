# SPDX-License-Identifier: EUPL-1.2
"""Reads the tables of the library (*.def), which are calls of C macros."""

import re
import sys

TOKEN = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\])*"|[A-Za-z_0-9]+|[(),]|\s+', re.S)
ESCAPES = {"n": "\n"}


def tokens_of(text, path):
    """The words, strings and signs of a table, without its comments."""
    found, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            line = text.count("\n", 0, at) + 1
            sys.exit(f"{path}:{line}: unexpected {text[at]!r}")
        if not match.group().startswith("/*") and not match.group().isspace():
            found.append(match.group())
        at = match.end()
    return found


def read_word(tokens, at):
    """One word, or strings that stand behind each other; gives it and the place after it."""
    word, at = tokens[at], at + 1
    if not word.startswith('"'):
        return word, at
    while tokens[at].startswith('"'):
        word, at = word[:-1] + tokens[at][1:], at + 1
    return re.sub(r"\\(.)", lambda match: ESCAPES.get(match[1], match[1]), word[1:-1]), at


def read_call(tokens, at):
    """One call NAME(argument, ...); gives (name, arguments) and the place after it."""
    name, arguments, at = tokens[at], [], at + 2
    while tokens[at] != ")":
        if tokens[at] == ",":
            at += 1
        elif tokens[at + 1] == "(":
            call, at = read_call(tokens, at)
            arguments.append(call)
        else:
            word, at = read_word(tokens, at)
            arguments.append(word)
    return (name, arguments), at + 1


def read_table(path):
    """All calls of one table, in order, each as (name, arguments)."""
    tokens, at, calls = tokens_of(path.read_text(encoding="utf-8"), path), 0, []
    while at < len(tokens):
        call, at = read_call(tokens, at)
        calls.append(call)
    return calls
