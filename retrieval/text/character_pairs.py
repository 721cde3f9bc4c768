"""Pairs of neighbouring characters: by how many two short texts share, one is told to speak of the other without words being known."""

from __future__ import annotations


def character_pairs(text: str) -> set[str]:
    """Those of a text, each once."""
    return {text[place : place + 2] for place in range(len(text) - 1)}
