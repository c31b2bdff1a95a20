"""This file knows the forms of the pronouns: the same form in the other gender, and of `it`."""

from __future__ import annotations

from audit.model import Analysis, Span

_OTHER = {
    "he": "she",
    "she": "he",
    "him": "her",
    "his": "her",
    "hers": "his",
    "himself": "herself",
    "herself": "himself",
}
_IT = {"he": "it", "she": "it", "him": "it", "his": "its", "hers": "its", "himself": "itself", "herself": "itself"}


def other(analysis: Analysis, span: Span) -> str:
    """The same form of the other gender, with its capital: `Her` before a noun is `His`, `her` as an object `him`."""
    word = span.of(analysis.text)
    plain = word.lower()
    if plain == "her":
        turned = "his" if _possessive(analysis, span) else "him"
    elif plain == "his":
        turned = "her" if _possessive(analysis, span) else "hers"
    else:
        turned = _OTHER[plain]
    return turned.capitalize() if word[0].isupper() else turned


def neuter(analysis: Analysis, span: Span) -> str:
    """The form of `it`."""
    word = span.of(analysis.text)
    turned = _IT.get(word.lower()) or ("its" if _possessive(analysis, span) else "it")
    return turned.capitalize() if word[0].isupper() else turned


def _possessive(analysis: Analysis, span: Span) -> bool:
    """Does a noun follow? The tag says so, and so does the end of the clause behind an object."""
    following = analysis.text[span.end : span.end + 1]
    if following != " ":
        return False
    token = analysis.tokens.char_span(span.start, span.end)
    return token is None or token[0].tag_ == "PRP$" or token[0].dep_ == "poss"
