"""This file says what the package is for: names on both sides of a translation, and whether one is the other in another script."""

from audit.naming.here import Name as Name
from audit.naming.here import Part as Part
from audit.naming.here import names as names
from audit.naming.support import hidden as hidden
from audit.naming.support import support as support
from audit.naming.there import Word as Word
from audit.naming.there import Words as Words
from audit.naming.there import read as read
