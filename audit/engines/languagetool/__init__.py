"""This file opens the folder of LanguageTool: its jars, its Java, its server, and how that is asked.

LanguageTool (LGPL-2.1) is never part of this process: its HTTP server runs as a process of its own, or elsewhere.
"""
