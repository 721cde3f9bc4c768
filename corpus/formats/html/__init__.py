"""HTML: the page's blocks as lines, without scripts, menus and lists of links; what its tags declare as title, date and publisher.

document.py ── pages.py: bytes to a tree, and what of it is the article
            ├─ blocks.py: the tree's blocks as text ── asides.py: which elements are not the article
            ├─ link_lists.py: runs of links go, unless they stand in the text
            ├─ grids.py: tables of figures as rows
            └─ declared.py ── json_ld.py, info_box.py: title, date, publisher, address
"""

from corpus.formats.html.document import parse

__all__ = ["parse"]
