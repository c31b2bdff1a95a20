"""This file says what reports show of the claims that are worth checking."""

from __future__ import annotations

from dataclasses import dataclass

from audit.model import Claim, Document

_SHOWN = 300
_SAID = {"agrees": "agrees with the sheets", "contradicts": "contradicts the sheets", "not known": "not known"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim as the report shows it. `facts`: each with the words that it is about and whether they agree."""

    words: str
    href: str
    line: int
    reasons: str
    verdict: str
    state: str
    speaker: str
    facts: tuple[tuple[str, str, str], ...]


def checklist(claims: tuple[Claim, ...], document: Document, home: str) -> tuple[Checked, ...]:
    """The claims in their order, the most worth checking first. `home`: the article's anchor, which those of its places begin with."""
    return tuple(
        Checked(
            words=_short(claim.span.of(document.prose)),
            href=f"{home}-c{claim.span.start}",
            line=document.text.count("\n", 0, document.to_text(claim.span).start) + 1,
            reasons=", ".join(claim.reasons),
            verdict=_SAID[claim.verdict],
            state=claim.verdict.replace(" ", "-"),
            speaker=claim.speaker,
            facts=tuple(
                (said.span.of(document.prose), said.verdict, said.fact) for said in claim.statements if said.verdict != "not known"
            ),
        )
        for claim in claims
    )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]} …"
