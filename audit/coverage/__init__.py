"""This file offers what is known of the words of a couple that have no counterpart on the other side."""

from __future__ import annotations

from audit.coverage.verdict import linked as linked
from audit.coverage.verdict import near_places as near_places
from audit.coverage.verdict import verdicts as verdicts
from audit.coverage.weighed import NEVER as NEVER
from audit.coverage.weighed import Weighed as Weighed
from audit.coverage.weighed import asked as asked
from audit.coverage.weighed import weighed as weighed
