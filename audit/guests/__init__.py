"""This file opens the guests: metrics that live in an environment of their own and are asked as a subprocess, never by default."""
