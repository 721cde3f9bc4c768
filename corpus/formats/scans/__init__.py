"""Text recognition: pictures of pages to what stands on them. It comes with the extra `parkqa[ocr]`.

From pixels to pieces like those of printed text, a module a step:

    text_reader   where lines stand in a picture, and what one line says: the recogniser's models
    specks        the page without the dots that scanners put there
    upright       the page turned so that its lines are read from left to right
    ink           what was read of a line, with the places of its characters
    recogniser    all of it, page by page
    picture       a file that is one picture
"""
