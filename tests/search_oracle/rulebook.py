# SPDX-License-Identifier: EUPL-1.2
"""The rules of doc/search.md by name.

A rule is asked for by `rules.holds(name)`: that counts a hit, and is false for the one rule that is
flipped. What a flip puts in the rule's place stands beside its name.
"""
from __future__ import annotations

from collections import Counter

# name of the rule -> what the flip does instead
RULES: dict[str, str] = {
    "1-id": "ids are not searched",
    "1-referred-labels": "labels of what a record refers to are not searched",
    "1-referred-languages": "only the Dutch label of what a record refers to is searched",
    "1-weights": "every text has the same weight",
    "2-language": "a text without a language of its own is of no language",
    "3-joined": "words with hyphens are not joined",
    "4-length-joined": "joined words count in the length of a record",
    "4-average": "the average length is rounded up",
    "5-not": "not is ignored",
    "5-any": "any asks for all",
    "5-field": "a qualifier of a text field is ignored",
    "6-stop-words": "stop words are required like other words",
    "6-either": "a stop word is left out as a side of an OR too",
    "6-only-stop-words": "a query of stop words alone finds everything",
    "7-exact-any-language": "a word is found exactly in Dutch texts only",
    "8-dutch": "Dutch stems are not looked at",
    "8-english": "English stems are not looked at",
    "8-own-language": "the Dutch stem is looked for in English texts too",
    "9-in-compound": "parts of compounds are not found",
    "9-once": "a compound counts once for each part that is found",
    "9-apart": "a compound is not found where it is written apart",
    "9-apart-own-word": "the word itself counts as written apart too",
    "10-longer": "a prefix is found in the word that is equal to it once more",
    "10-joined": "a prefix is not found in joined words",
    "11-labels": "labels find nothing",
    "11-broader": "a label finds nothing by way of narrower records",
    "11-ancestors": "only directly broader records count",
    "11-broader-facts": "facts that name a broader record count as referring",
    "11-row": "only single words are looked up as labels",
    "11-row-longest": "rows of more than two words are not looked up",
    "11-run": "a clause that is no word does not end a run",
    "11-stem": "labels are found by equal words only",
    "11-together": "rows are not looked up written together",
    "11-apart": "a compound is not looked up as its parts",
    "11-called": "no row is what the query is called",
    "11-called-every": "a row need not have a word of every clause to be what the query is called",
    "11-called-words": "a single word can be what the query is called",
    "11-called-editor": "facts asserted by the editor make a record understood too",
    "11-called-highest": "the lowest weight of such a fact counts",
    "11-called-self": "records referring to something narrower are understood too",
    "11-punctuation": "punctuation is a part of a label",
    "11-quoted-whole": "the words of a quoted phrase are looked up one by one",
    "12-stem": "phrases are found by equal words only",
    "12-inside": "a phrase does not begin or end inside a compound",
    "12-together-apart": "a word with hyphens is looked for written apart too",
    "12-together": "a phrase out of one word with hyphens is not looked for as one word",
    "13-exact-mode": "exact-word mode changes nothing",
    "14-kinds": "the kinds asked for are ignored",
    "15-relaxing": "nothing is relaxed",
    "15-enough": "only an empty result is relaxed",
    "15-most": "one optional clause is always enough",
    "15-none-lacks": "a result in which no record lacks a clause is called relaxed",
    "15-rest-holds": "in a relaxed result filters and not are optional too",
    "16-logarithm": "the logarithm has no digits behind the point",
    "17-whole-catalogue": "rarity is counted among the records of the result",
    "18-length": "the length of a record does not matter",
    "19-added": "manners are not added up",
    "19-highest": "the manners of a clause are added",
    "19-manner": "every manner counts the same",
    "19-understood": "a record that is understood scores no higher",
    "19-understood-length": "what is stated tells more in short records",
    "19-named": "bearing the label does not raise the score",
    "20-kind": "the kind of a record does not matter",
    "20-used": "how many facts refer to a record does not matter",
    "20-used-broader": "broader facts do not count as use",
    "20-not": "the clauses inside a not count in the score",
    "20-relaxed": "the part that is found does not matter",
    "21-ties": "equal scores go by id, whatever the kind",
    "22-first-of-each": "places are ordered by weight alone",
    "22-sixteen": "seventeen places are told",
    "22-same-bytes": "the same bytes are told again for the same word",
    "23-part": "the whole compound is told for a part",
    "23-prefix": "the whole word is told for a prefix",
    "24-via-label": "the record referred to is not told",
    "24-via-synonym": "the record the label led to is told as via only when it is referred to itself",
    "24-no-own": "a record that bears the label itself has no synonym match for what else it refers to",
}


class Rules:
    """Which rule is flipped, and how often each was asked for."""

    def __init__(self, flipped: str | None = None) -> None:
        if flipped is not None and flipped not in RULES:
            raise KeyError(flipped)
        self.flipped = flipped
        self.hits: Counter[str] = Counter({name: 0 for name in RULES})

    def holds(self, name: str) -> bool:
        if name not in RULES:
            raise KeyError(name)
        self.hits[name] += 1
        return name != self.flipped
