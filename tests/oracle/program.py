# SPDX-License-Identifier: EUPL-1.2
"""Starts the program that is compared with the oracle, and reads its answers.

Every name of the program's JSON stands in this file and nowhere else.
"""
from __future__ import annotations

import json
import subprocess
from fractions import Fraction
from pathlib import Path
from typing import IO, Any, Iterator

from answer import Answer, Keys, Match, Shown
from preconditions import Needed

FORMAT = "interventions-match/1"
Json = dict[str, Any]


class ProgramError(RuntimeError):
    """The program ended, or wrote what is no answer."""


def run(command: str, list_path: Path, log: IO[bytes]) -> Iterator[Json]:
    """One JSON document for each line "catalogue<TAB>situation" of the list."""
    with open(list_path, "rb") as lines, \
            subprocess.Popen([command], stdin=lines, stdout=subprocess.PIPE,
                             stderr=log) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                yield json.loads(line)
        finally:
            process.stdout.close()
        if process.wait() != 0:
            raise ProgramError(f"{command} ended with {process.returncode}")


def read_answer(document: Json) -> Answer:
    """The program's answer in the words of the oracle."""
    if "matches" not in document:
        if "status" not in document:
            raise ProgramError("neither matches nor status")
        return Answer(status=document["status"])
    if document["format"] != FORMAT:
        raise ProgramError(f"format is {document['format']!r}")
    matches = tuple(read_match(match) for match in document["matches"])
    questions = tuple((q["precondition"], q["score"]) for q in document["questions"])
    return Answer(None, matches, questions)


def read_match(match: Json) -> Match:
    return Match(match["id"], match["category"],
                 tuple(read_criterion(c) for c in match["criteria"]),
                 tuple(read_precondition(p) for p in match["preconditions"]),
                 read_keys(match["keys"]))


def read_criterion(criterion: Json) -> Shown:
    return Shown(field=criterion["field"], must=criterion["importance"] == "must",
                 state=criterion["state"], editor=criterion["editor"],
                 conflict=criterion["conflict"], silence=criterion["silence"])


def read_precondition(need: Json) -> Needed:
    asker = "asker" if need["state"] == "unknown" else None
    if need["silence"] != asker:
        raise ProgramError(f"{need['id']}: {need['state']}, silence {need['silence']!r}")
    return Needed(id=need["id"], need=need["need"], scope=need["scope"], state=need["state"],
                  derived=need["derived"], blocking=need["blocking"])


def read_keys(keys: Json) -> Keys:
    return Keys(Fraction(*keys["wishes_low"]), Fraction(*keys["wishes_high"]),
                keys["absent"], keys["partly"], keys["unknown"], keys["evidence"])
