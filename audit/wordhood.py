"""This file says whether a lower-case word can be English: listed, or formed from listed parts; and which listed words lie near it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from audit.frequency import common, zipf

LETTERS = "abcdefghijklmnopqrstuvwxyz"
PREFIXES = (
    "anti auto bi bio co counter cross cyber de dis down eco extra fore geo hyper im in infra inter intra mega micro mid mini mis multi "
    "neo non off out over para poly post pre pro proto pseudo quasi re self semi sub super tele trans tri ultra un under uni up"
).split()
_FORMS = (
    "aero agro afro angio anglo arch astro audio be bronco cardio centi chemo chrono crypto deca demo derm dermato e electro em en "
    "endo entero epi ethno euro ex exo femto ferro fin franco gastro giga glyco haemo hemo hepato hetero hexa hind histo homo "
    "hydro hypo il immuno indo ir iso kilo lipo macro magneto mal meta milli mono morpho myo nano narco necro nephro neuro nitro "
    "octo omni onco ortho osteo oxy paedo palaeo paleo pan patho pedo penta peri petro pharma philo phono phospho photo physio "
    "phyto pico politico psycho pyro radio retro rhino robo russo schizo side sino socio step stereo sulpho supra syn tech techno "
    "tera tetra theo thermo thrombo turbo twi upper uro vice video xeno"
).split()
SUFFIXES = (
    "able al ally ally an ation d dom ed er ers es est ful hood ian ible ic ied ier ies iest ing ingly "
    "isation ise ised ish ism ist ists ity "
    "ization ize ized less like ly n ness or ous s ship ward wards wise y"
).split()
_ENDINGS = (
    "ability ableness ably age ages aholic ance ances ancy ant ants arian arians ary ate ated ates ating ation ations ative ator "
    "ators atory ature cy ee ees eer eers en ened ening ence ences ency ent ents erian ery esque ess esses ette fold free fulness "
    "gate grad hoods ial ially ian ians ibility ibly ical ically icism icist icity ification ified ifier ifies ify ifying ileness "
    "ily iness ings ion ions isations isers ishly ishness ising isms istic istical istically ities itis ive ively iveness izations "
    "izer izers izes izing ises iser less lessly lessness lets let ling lings logist logists logy ment ments most nesses oid oids "
    "ography ological ologist ologists ology ometer ors ory osis ously ousness phile phobe phobia phobic proof ric scope self some "
    "speak ster sters th tion tionary tional ual ually uous ure work worthy"
).split()
_INFLECTIONS = frozenset("s es ed d ing ly er ers".split())
_NAMED_STUFF = tuple(
    (
        "ase azole cillin gliptin ide ides idine imus ine mab mycin nib oate olol ol one oside ostat prazole "
        "pril sartan statin tide triptan vir ylene aceae idae "
    ).split()
)
"""Endings that chemistry, medicine and biology give to the names that they make: there are more of them than any list holds."""
_LISTED = 1.0
_NEAR = 3.3


def derived(word: str) -> bool:
    """May this be a word that a writer formed: with a prefix or a suffix, or out of two words?"""
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 4 and zipf(word[len(prefix) :]) >= 3:
            return True
    for suffix in SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 4:
            used = max(zipf(stem), zipf(stem + "e"), zipf(stem + "y"), zipf(stem[:-1]) if stem[-1] == stem[-2] else 0)
            if used >= (2 if suffix in _INFLECTIONS else 3):
                return True
    return any(zipf(word[:at]) >= 3.3 and zipf(word[at:]) >= 3.3 for at in range(4, len(word) - 3))


def formed(word: str) -> bool:
    """As `derived`, but inflected words may have stems of three letters: `duking`."""
    stems = [word.removesuffix(ending) for ending in _INFLECTIONS if word.endswith(ending)]
    return derived(word) or any(len(stem) >= 3 and max(zipf(stem), zipf(stem + "e")) >= 3 for stem in stems)


@lru_cache(maxsize=50_000)
def unknown(word: str) -> bool:
    """Is this lower-case word in no list, and formed in no way that English forms words? In doubt it is known."""
    plain = _plain(word)
    return not (_listed(word) or _listed(plain) or derived(plain) or _named_stuff(plain) or _formed(plain, 2))


def _plain(word: str) -> str:
    """Without accents: `creches` for `crèches`."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


def _listed(word: str) -> bool:
    return zipf(word) >= _LISTED


def _named_stuff(word: str) -> bool:
    return len(word) >= 7 and word.endswith(_NAMED_STUFF)


def _formed(word: str, depth: int) -> bool:
    """Is it in a list, or is it one without an affix, or two of them in a row?"""
    if zipf(word) >= 2 or (depth < 2 and len(word) >= 5 and _listed(word)):
        return True
    if depth == 0:
        return False
    return any(_formed(rest, depth - 1) for rest in _without_affix(word)) or _compound(word)


def _without_affix(word: str) -> Iterator[str]:
    for prefix in (*PREFIXES, *_FORMS):
        if word.startswith(prefix) and len(word) - len(prefix) >= 4:
            yield word[len(prefix) :]
    for suffix in (*SUFFIXES, *_ENDINGS):
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 3:
            yield from (stem + end for end in ("", "e", "y", "ate", "ion", "is", "a", "us") if len(stem + end) >= 4 or zipf(stem) >= 4)
            if len(stem) >= 4 and stem[-1] == stem[-2]:
                yield stem[:-1]


def _compound(word: str) -> bool:
    return any(zipf(word[:at]) >= 3.3 and zipf(word[at:]) >= 3.3 for at in range(3, len(word) - 2) if max(at, len(word) - at) >= 4)


def edits(word: str, shortest: int = 3) -> set[str]:
    """All that one edit makes of a word: a letter lost, added, replaced, or swapped with its neighbour (Damerau 1964)."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    lost = {left + letter + right for left, right in cuts for letter in LETTERS}
    added = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    replaced = {left + letter + right[1:] for left, right in cuts if right for letter in LETTERS}
    return {other for other in lost | added | swapped | replaced if len(other) >= shortest} - {word}


def near(word: str, most: int = 3) -> tuple[str, ...]:
    """Common words within two edits (optimal string alignment), and the word cut in two; the likeliest first. Takes milliseconds."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    plain = _plain(word)
    reach = 1 if len(plain) < 8 else 2
    found = extract(plain, _candidates(), scorer=OSA.distance, score_cutoff=reach, limit=50)
    ranked = sorted((distance - zipf(other) / 4, other) for other, distance, _ in found if other != plain)
    parts = [f"{plain[:at]} {plain[at:]}" for at in range(2, len(plain) - 1) if min(zipf(plain[:at]), zipf(plain[at:])) >= 4.5]
    return tuple(dict.fromkeys([*parts, *(other for _, other in ranked)]))[:most]


@cache
def _candidates() -> tuple[str, ...]:
    return tuple(common(_NEAR))
