"""Haystack's pipelines behind Hayhooks: the name of the folder is that of the endpoint; MODEL and INDEX are in the environment."""

from __future__ import annotations

import os

from hayhooks import BasePipelineWrapper

from benchmarks.peers.haystack_stores import Contestant


class PipelineWrapper(BasePipelineWrapper):  # type: ignore[misc] # an untyped library
    """A pipeline for each mode over one store."""

    def setup(self) -> None:
        self._contestant = Contestant(os.environ["MODEL"])
        self._contestant.open(os.environ["INDEX"])

    def run_api(self, question: str, mode: str) -> str:
        """The article of the first passage."""
        return self._contestant.ask(question, mode)
