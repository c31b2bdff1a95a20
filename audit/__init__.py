"""This file names the version of `audit`, which checks machine-translated news text in English."""

__version__ = "0.1.0"
