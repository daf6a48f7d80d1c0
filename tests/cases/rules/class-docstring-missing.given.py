"""A statement may give a docstring afterwards, or instead."""

TEXT = "Reads."


class Given:
    pass


Given.__doc__ = TEXT


class Inside:
    __doc__ = TEXT


#! Plain
class Plain:
    text = TEXT
