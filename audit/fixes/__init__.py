"""This file opens the package that mends a text: which edits are safe, what becomes of the text, and the difference."""

from audit.fixes.difference import unified as unified
from audit.fixes.edits import Edit as Edit
from audit.fixes.mend import Fixed as Fixed
from audit.fixes.mend import mend as mend
