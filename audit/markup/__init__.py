"""This file opens the package that reads the prose out of plain text, Markdown and HTML, each character with its place."""
