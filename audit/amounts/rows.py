"""This file puts the pieces of numbers together and says of each number what kind it is."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.amounts.amount import Amount
from audit.amounts.lexicon import Lexicon, Word
from audit.amounts.pieces import Piece, pieces
from audit.amounts.sums import joins, worth
from audit.spans import Span

_GAP = regex.compile(r"[ \u00a0\u202f\u2009\u200c-]{0,2}|[-–] ?")
_SCALE_GAP = regex.compile(r"[ \u00a0\u202f\u2009-]{0,2}|\. ?")
_SIGN = regex.compile(r"[ \u00a0\u202f]?(?P<sign>[%％٪﹪]|[‰]|[-–](?:percent|per cent))")
_DECADE = regex.compile(r"[’']?s(?!\p{L})|er(?:n|jahre\w*)?(?![\p{L}])|[-‑–]?(?:х|е|ті|тих|ых|их|ми|ті)(?!\p{L})|[- ]?luv\w+|-an(?!\p{L})")
_DECADE_BEFORE = regex.compile(r"(?:années|ann[io]|años|anos|jaren|lata(?:ch)?|léta|let|tahun)[ \u00a0][’'‘]?\Z", regex.IGNORECASE)
_CLOCK = regex.compile(
    r"[ \u00a0\u202f]?(?:[ap]\.?[ ]?m\b\.?|o[’']clock|hours?\b(?= (?:GMT|local))|uhr\b|(?:GMT|CET|CEST|UTC|BST|EST|EDT|MSK)\b|h(?![\p{L}])"
    r"|godz|часов\b|час[аеу]?\b|heures?\b|horas?\b|hodin\w*|बजे|시|ساعة)",
    regex.IGNORECASE,
)
_LISTED = regex.compile(r"\p{Nd}{1,3},\p{Nd}{1,2}")
_NOUN = regex.compile(r"[ \u00a0]\p{L}+")
_WORD_BEFORE = regex.compile(r"(\p{L}+)[ \u00a0]\Z")
_GOES_ON = ("cardinals", "digits", "hundred", "scales", "article", "ten", "teen", "ordinals", "whole")
_YEAR = range(1000, 2101)


def numbers(text: str, lexicon: Lexicon, start: int, end: int) -> Iterator[Amount]:
    """The numbers of a text in a language that parts its words by spaces."""
    row: list[Piece] = []
    link: Piece | None = None
    done = start
    for piece in pieces(text, lexicon, start, end):
        if piece.start < done:
            continue
        if row and piece.word.role == "join" and not link and _touch(text, row[-1], piece):
            link = piece
            continue
        near = bool(row) and _touch(text, link or row[-1], piece) and not piece.kind
        if near and joins([each.word for each in row], piece.word, link is not None, lexicon.language):
            row.append(piece)
        else:
            yield from _amount(text, lexicon, row)
            row = [] if piece.word.role == "join" else [piece]
        link = None
        if row and (half := _match(lexicon, "half_after", text, row[-1].end, r"[ \u00a0-]?")):
            row.append(Piece(row[-1].end, half, Word("half", (0.5,))))
            done = half
        elif row and row[-1].word.role not in _GOES_ON:
            yield from _amount(text, lexicon, row)
            row = []
    yield from _amount(text, lexicon, row)


def _touch(text: str, one: Piece, two: Piece) -> bool:
    gap = text[one.end : two.start]
    return bool(_GAP.fullmatch(gap)) or (two.word.role == "scales" and bool(_SCALE_GAP.fullmatch(gap)))


def _amount(text: str, lexicon: Lexicon, row: list[Piece]) -> Iterator[Amount]:
    if not row or (len(row) == 1 and row[0].word.role == "article"):
        return
    first, end, words = row[0], row[-1].end, [piece.word for piece in row]
    if lexicon.language == "hi" and text[: first.start].rstrip().endswith("साढ़े"):
        words = [*words, Word("half", (0.5,))]
    readings = max(len(word.values) for word in words)
    values = tuple(dict.fromkeys(worth(words, choice) if len(words) > 1 else words[0].values[choice] for choice in range(readings)))
    if len(row) == 1 and first.word.role == "scales" and len(words) == 1:
        yield Amount(Span(first.start, end), values, "vague" if not first.digits else "number", True, False, 0.0)
        return
    kind, end = _kind(text, lexicon, row, end, values)
    firm = kind not in ("vague", "date", "month") and (len(words) > 1 or words[0].firm) and (first.digits or values[0] > 1)
    if first.digits and lexicon.language == "en" and len(row) == 1 and _LISTED.fullmatch(text[first.start : first.end]):
        firm = False
    values = _further(text, lexicon, first, row[-1].end, values)
    slack = 0.25 if first.word.role == "about" or any(word.values[0] in (10, 12) and word.role == "scales" for word in words) else 0.0
    yield Amount(Span(first.start, end), values, kind, not first.digits, firm, slack)


def _further(text: str, lexicon: Lexicon, first: Piece, end: int, values: tuple[float, ...]) -> tuple[float, ...]:
    """Readings that the words around allow: *cinq ans et demi*, *тысяч 100*."""
    noun = _NOUN.match(text, end)
    if noun and lexicon.language != "en" and _match(lexicon, "half_after", text, noun.end()):
        return (*values, values[0] + 0.5)
    if lexicon.language in ("ru", "uk") and first.digits and (before := _WORD_BEFORE.search(text, max(0, first.start - 16), first.start)):
        scale = lexicon.words.get(before[1].lower())
        if scale and scale.role == "scales":
            return (*values, values[0] * scale.values[0])
    return values


def _match(lexicon: Lexicon, name: str, text: str, at: int, gap: str = r"[ \u00a0\u202f]?") -> int:
    """Where the pattern ends that stands here, behind a gap; 0 without one."""
    pattern = lexicon.patterns.get(name)
    if pattern is None:
        return 0
    between = regex.compile(gap).match(text, at)
    hit = pattern.match(text, between.end() if between else at)
    return hit.end() if hit else 0


def _before(lexicon: Lexicon, name: str, text: str, at: int) -> bool:
    pattern = lexicon.patterns.get(name)
    return pattern is not None and pattern.search(text, max(0, at - 20), at) is not None


def _kind(text: str, lexicon: Lexicon, row: list[Piece], end: int, values: tuple[float, ...]) -> tuple[str, int]:
    """What kind of number this is, and where it ends with its sign."""
    first, role = row[0], row[-1].word.role
    if first.kind:
        return first.kind, end
    sign = _SIGN.match(text, end)
    percent = sign.end() if sign else _match(lexicon, "percent", text, end)
    if percent:
        return ("permille" if sign and sign["sign"] == "‰" else "percent"), percent
    if _before(lexicon, "percent_before", text, first.start) or text[first.start - 1 : first.start] in ("%", "％"):
        return "percent", end
    if len(row) == 1 and first.digits:
        return _figure_kind(text, lexicon, first, end, values[0])
    return {"ordinals": "ordinal", "vague": "vague", "decades": "decade"}.get(role, "number"), end


def _figure_kind(text: str, lexicon: Lexicon, piece: Piece, end: int, value: float) -> tuple[str, int]:
    decade = _DECADE.match(text, end)
    if value % 10 == 0 and value < 2100 and (decade or _DECADE_BEFORE.search(text, max(0, piece.start - 12), piece.start)):
        return "decade", decade.end() if decade else end
    if _CLOCK.match(text, end) and (value <= 24 or (value == int(value) and value <= 2400 and value % 100 < 60)):
        return "clock", end
    if ending := _match(lexicon, "ordinal_end", text, end, r""):
        return "ordinal", ending
    if text[max(0, piece.start - 1) : piece.start] in ("'", "’", "‘") and value < 100:
        return "decade", end
    if value in _YEAR and piece.end - piece.start == 4:
        return "year", end
    return "number", end
