"""Pages on parks that do not exist, put together from sentences with blanks, and questions that each does or does not answer.

They teach the plain skill: which year, which indicator, total or growth, which phase, which office, what a meeting tells of its own year.
The voices of real pages, which they lack, the reader learns from the sets that were written by hand.
"""

from retrieval.training.invented.pages import pairs

__all__ = ["pairs"]
