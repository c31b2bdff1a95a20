"""This file defines what goes wrong with a grammar engine: a value for the report, never the end of a run."""


class EngineError(Exception):
    """An engine could not be had, or did not answer. Its message is one line: what happened, what to do. It becomes a `Failure`."""
