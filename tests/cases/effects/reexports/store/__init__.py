"""Texts in files."""

from .texts import *
from .texts import Folder as TextFolder
