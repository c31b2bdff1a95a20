"""This file lists the faults that turn a sentence's meaning round: denied or not, asked or said."""

from __future__ import annotations

from audit.checks.source.both import Finder
from audit.checks.source.polarity.negation import added, lost, only_as_not
from audit.checks.source.polarity.questions import question_as_statement, statement_as_question

FAULTS: dict[str, Finder] = {
    "negation-lost": lost,
    "negation-added": added,
    "only-as-not": only_as_not,
    "question-as-statement": question_as_statement,
    "statement-as-question": statement_as_question,
}
