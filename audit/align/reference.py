"""This file couples the sentences of a translation with those of a reference: two texts of one language."""

from __future__ import annotations

from audit import encode
from audit.align.couple import fitted
from audit.align.kin import Kin
from audit.align.likeness import Side
from audit.model import Alignment, Original, Reference


def refer(here: Original, there: Original, *, links: bool = False) -> Reference:
    """The reference `there` beside the translation `here`, both cut into sentences; `links`: with what word links need."""
    sides = [Side([one.span.of(of.text) for one in of.sentences], [one.paragraph for one in of.sentences]) for of in (here, there)]
    ours, theirs = ([one.span for one in of.sentences] for of in (here, there))
    if not ours or not theirs:
        return Reference(there, Alignment((), tuple(ours), tuple(theirs), method=Kin.method))
    kin = Kin(sides[0].sentences, sides[1].sentences)
    use = links and encode.available()
    vectors = {"here": encode.kept(here.text, ours), "there": encode.kept(there.text, theirs)} if use else {}
    return Reference(there, fitted((sides[0], ours), (sides[1], theirs), kin, vectors))
