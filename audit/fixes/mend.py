"""This file mends a text round by round, and audits it after each: an edit after which something new is found is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audit.fixes.edits import Edit, edited, edits
from audit.model import AuditError, Document, Finding, Result, Span
from audit.pipeline import Line

ROUNDS = 30
"""So many times a text is audited at most. Each round mends something or gives an edit up, so a text seldom takes more than three."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The result for the mended text, and the edits that led to it, each with its line in the text as it was then."""

    before: Result
    after: Result
    edits: tuple[tuple[int, Edit], ...]


def mend(of: Line, document: Document, least: float) -> Fixed:
    """The document with every safe edit made. To mend it once more changes nothing, and no finding is new.

    `least` is the confidence from which a suggestion may be safe. Raises AuditError as the audit of the document does.
    """
    first = result = of.audit(document)
    made: list[tuple[int, Edit]] = []
    given_up: set[tuple[str, str]] = set()
    dismissed = [(one.rule, document.to_prose(one.span)) for one in result.findings if one.status == "dismissed"]
    for _ in range(ROUNDS):
        wanted = [edit for edit in edits(result, of.rules, least) if _name(edit) not in given_up and not _is_one(edit, dismissed)]
        if not wanted:
            break
        carried = [edit for edit in wanted if edited(result.document, [edit])]
        tried = edited(result.document, carried) if carried else None
        after = _audited(of, tried) if tried else None
        blamed = carried if after is None else _blamed(result, after, carried)
        given_up |= {_name(edit) for edit in (*blamed, *(edit for edit in wanted if edit not in carried))}
        if after is not None and not blamed:
            made += [(result.document.text.count("\n", 0, edit.place.start) + 1, edit) for edit in carried]
            dismissed = [(rule, Span(_moved(span.start, carried), _moved(span.end, carried))) for rule, span in dismissed]
            result = after
    return Fixed(first, result, tuple(made))


def _name(edit: Edit) -> tuple[str, str]:
    return edit.finding.fingerprint, edit.new


def _is_one(edit: Edit, dismissed: Sequence[tuple[str, Span]]) -> bool:
    """Is this what somebody dismissed? Its fingerprint may have changed with the words beside it."""
    return any(rule == edit.finding.rule and _touch(span, edit.whole) for rule, span in dismissed)


def _audited(of: Line, document: Document) -> Result | None:
    try:
        return of.audit(document)
    except AuditError:  # what is left is no longer a text that can be audited
        return None


def _blamed(before: Result, after: Result, made: Sequence[Edit]) -> Sequence[Edit]:
    """The edits in whose paragraphs something new is found; all of them, where it is found elsewhere."""
    new = [after.document.to_prose(finding.span) for finding in _new(before, after, made)]
    if not new:
        return ()
    prose = after.document.prose
    places = [_moved(edit.span.start, made) for edit in made]
    blamed = [edit for edit, at in zip(made, places, strict=True) if any(_one_line(prose, at, span) for span in new)]
    return blamed or made


def _new(before: Result, after: Result, made: Sequence[Edit]) -> list[Finding]:
    """Findings of a rule that had none in that place."""
    known = [(finding.rule, before.document.to_prose(finding.span)) for finding in before.findings]
    moved = {(rule, Span(_moved(span.start, made), _moved(span.end, made))) for rule, span in known}
    return [
        finding
        for finding in after.findings
        if not any(rule == finding.rule and _touch(span, after.document.to_prose(finding.span)) for rule, span in moved)
    ]


def _moved(at: int, made: Sequence[Edit]) -> int:
    """Where an offset of the prose stands after the edits."""
    return at + sum(len(edit.new) - (min(edit.span.end, at) - edit.span.start) for edit in made if edit.span.start < at)


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _one_line(prose: str, at: int, span: Span) -> bool:
    return "\n" not in prose[min(at, span.start) : max(at, span.end)]
