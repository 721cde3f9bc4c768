"""By what words it is seen that a sentence counts things, or names them."""

from __future__ import annotations

from corpus.language.lazy_pattern import lazy_pattern

CLASSIFIER = "[家所个位名款项座支种类处条枚艘架台辆颗只栋幢国省市起]"
"""With it firms, projects, places and things are counted; a class of characters for patterns."""
_LIST = r"[一-鿿a-z”》)]、[一-鿿a-z“《(]"
NAMING = lazy_pattern(
    rf"{_LIST}|(?<!\d):(?!\d)|[》”]\D{{0,6}}[“《]|名为|叫|取名|即|[就便]是|分别|包括|例如|比如|[①②❶]|[一1]是|[一1]家[是为在]|另[一1]|等\d"
    r"|其中(?![^,;。]{0,8}\d)"
)
"""A list, a colon, 分别 and what else introduces names."""
