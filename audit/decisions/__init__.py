"""This file opens the package of decisions: files of them, what they settle in a text, and what is said of those that settle nothing."""

from audit.decisions.book import Book as Book
from audit.decisions.book import merged as merged
from audit.decisions.days import today as today
from audit.decisions.settle import settle as settle
from audit.decisions.sheet import read as read
from audit.decisions.sheet import read_all as read_all
from audit.decisions.sheet import written as written
from audit.decisions.unused import told as told
