"""This file waits."""


def two_romanisations(analysis):
    return iter(())
