"""This file finds in HTML the text of the article that a reader sees, piece by piece."""

# Not with the standard library's `html.parser`: it takes quadratic time for an unclosed tag or comment, breaks on `<![x`,
# and reads the end of a text differently from one Python release to the next. This walk is linear and never refuses.

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator

from audit.markup.weave import BREAK, LINE_END, Piece

_MARK = re.compile(
    r"(?P<comment><!--)"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][^\s/>]*+)"
    r"|(?P<other><[!?/])"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
)
_SLOPPY_TAG_END = re.compile(r"[^>]*+>")
_TAG_END = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')|=)*+>""")
_COMMENT_END = re.compile(r"--!?>")
_TEXT = re.compile(r"[^ \t\n\r\f\u00ad]+(?: [^ \t\n\r\f\u00ad]+)*|(?P<space>[ \t\n\r\f]+)|(?P<hyphen>\u00ad+)")
_RAW = {tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in "iframe noframes script style textarea title xmp".split()}
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_IN_HEAD = frozenset("title meta link script style base noscript template".split())
_UNSEEN = frozenset(
    "aside audio button canvas footer form head header iframe nav noscript script select style svg template textarea title video".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hgroup hr html legend li main nav ol option p pre section select summary table tbody td tfoot th thead tr ul".split()
)


def pieces(text: str) -> list[Piece]:
    """What is seen of the longest <article>, else of <main>, else of the whole.

    Navigation, scripts, forms, asides, the page's head and foot are left out. Broken HTML is read as far as it can be.
    """
    found = _Page(text, _UNSEEN).read()
    return found or _Page(text, _UNSEEN - {"form"}).read()  # some sites put the whole page into one form


class _Page:
    """One walk over one page."""

    def __init__(self, text: str, unseen: frozenset[str]) -> None:
        self.text = text
        self.unseen = unseen
        self.pieces: list[Piece] = []
        self.seen = 0  # visible characters so far
        self.open: list[tuple[str, bool, int, int]] = []  # tag, is it unseen, pieces and visible characters before it
        self.count: Counter[str] = Counter()
        self.hidden = 0  # how many unseen elements are open
        self.regions: dict[str, list[tuple[int, int, int]]] = {"article": [], "main": []}

    def read(self) -> list[Piece]:
        at = 0
        for start, end, kind, name in _marks(self.text):
            self._data(at, start)
            at = end
            if kind == "open":
                self._start(name)
            elif kind == "close":
                self._end(name)
            elif kind == "entity":
                self._entity(start, end)
        self._data(at, len(self.text))
        self._pop(0)
        for tag in ("article", "main"):
            size, first, last = max(self.regions[tag], key=lambda region: region[0], default=(0, 0, 0))
            if size:
                return self.pieces[first:last]
        return self.pieces if self.seen else []

    def _data(self, start: int, end: int) -> None:
        if self.hidden or start == end:
            return
        for found in _TEXT.finditer(self.text, start, end):
            if found["hyphen"]:  # a soft hyphen is not seen
                continue
            prose = " " if found["space"] else found.group()
            self.pieces.append((prose, found.start(), found.end()))
            self.seen += 0 if prose == " " else len(prose)

    def _entity(self, start: int, end: int) -> None:
        prose = html.unescape(self.text[start:end])
        if prose and not self.hidden and prose != "\u00ad":
            self.pieces.append((prose, start, end))
            self.seen += 1

    def _start(self, tag: str) -> None:
        if self.count["head"] and tag not in _IN_HEAD:
            self._end("head")  # its end tag may be left out
        self._break(tag)
        if tag in _VOID:
            return
        kept = tag == "header" and (self.count["article"] or self.count["main"])
        unseen = tag in self.unseen and not kept
        self.open.append((tag, unseen, len(self.pieces), self.seen))
        self.count[tag] += 1
        self.hidden += unseen

    def _end(self, tag: str) -> None:
        self._break(tag)
        if self.count[tag]:
            depth = len(self.open) - 1
            while self.open[depth][0] != tag:
                depth -= 1
            self._pop(depth)

    def _pop(self, depth: int) -> None:
        """Close all elements from a depth on: an outer end tag ends what was left open within it."""
        while len(self.open) > depth:
            tag, unseen, first, seen = self.open.pop()
            self.count[tag] -= 1
            self.hidden -= unseen
            if tag in self.regions:
                self.regions[tag].append((self.seen - seen, first, len(self.pieces)))

    def _break(self, tag: str) -> None:
        if not self.hidden and (tag == "br" or tag in _BLOCKS):
            self.pieces.append(LINE_END if tag == "br" else BREAK)


def _marks(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, kind (open, close, entity, or nothing to see) and lower-case tag of every mark. One pass, linear time."""
    at, tag_end = 0, _TAG_END
    while found := _MARK.search(text, at):
        start, name, kind = found.start(), (found["tag"] or "").lower(), "close" if found["close"] else "open"
        if found["entity"]:
            at, kind = found.end(), "entity"
        elif name:
            end = tag_end.match(text, found.end())
            if not end:  # a quotation mark is never closed: from here on, the next `>` ends a tag
                tag_end = _SLOPPY_TAG_END
                end = tag_end.match(text, found.end())
            at = end.end() if end else len(text)
            if name == "svg" and text[at - 2] == "/":  # the one empty element that HTML lets a slash close
                kind = "nothing"
        elif found["comment"]:
            end = _COMMENT_END.search(text, start + 2)  # `<!-->` is a whole comment
            at, kind = end.end() if end else len(text), "nothing"
        else:
            at, kind = text.find(">", found.end()) + 1 or len(text), "nothing"
        yield start, at, kind, name
        if kind == "open" and name in _RAW:
            close = _RAW[name].search(text, at)
            yield at, (at := close.start() if close else len(text)), "nothing", ""
