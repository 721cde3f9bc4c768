"""The numbers that say how well a passage answers a question, each between about 0 and 1 and each with a name that can be shown."""

from __future__ import annotations

READER_ANSWERS, READER_SPAN = "reader answers", "reader span"
"""The features that close reading finds out; see `retrieval.ranking.close_reading`."""
UNREAD = 0.5
"""What they are of a passage that nobody has read."""
ENGLISH = "english"

FEATURES = {
    "cosine": "closeness in meaning, passage with its article's title, month and parks",
    "article cosine": "the same of the article's closest candidate",
    "words": "BM25 over words, as a share of the rarity of all words asked for",
    "word coverage": "share of the question's words, by rarity, in the passage, its context or its article's lead; names by their pinyin",
    "bigram coverage": "share of the question's character bigrams, likewise",
    "sentence coverage": "share of the bigrams in the best sentence or the context",
    "article words": "share of the words in any candidate of the article",
    "article bigrams": "share of the bigrams, likewise",
    "sentence answers": "the best sentence holds a thing of the kind asked for, and words of the question",
    "passage answers": "some sentence of the passage holds a thing of the kind asked for",
    "article answers": "some sentence of some candidate of the article does",
    "asked beside answer": "share of the words beside the asking word, near a thing of the kind asked for",
    "counted": "the passage has a number before the very thing that is counted",
    "time": "how well the times told fit the times asked for",
    "other time": "the question names a year and the passage no time that overlaps it",
    "article of other time": "no time of the title, or where it tells none of the lead and the publication, fits those asked for",
    "time contradicted": "what the best sentence tells is of another time than asked for, of a part of it, or planned for it",
    "other subject": "nothing there names the company, project or person asked about; half where only another part of the article does",
    "other phase": "what the best sentence tells is of another phase of a project than asked for",
    "other office": "the question asks who holds an office, and the best sentence tells of no such office",
    "other respect": "the best sentence does not tell at all what is asked of a thing: its phone, wage, floor area",
    "other measure": "it tells that in another measure than asked for: by how much it grew, what is new of it",
    "answer lacking": "the best sentence shows that it lacks the answer: 一家企业 for its name, 一期 for 二期, 另行通知",
    "plans": "the best sentence tells of plans and the question does not, or the other way round",
    "park": "how well the parks that the article is about fit the parks asked for",
    "other park": "what the best sentence tells is of another park than those asked for; half where that is not sure",
    "length": "logarithm of the passage's length in characters, over 10",
    "position": "where in its article the passage begins, 0 first to 1 last",
    ENGLISH: "the question has no Chinese character: meanings are further apart across languages",
    "missing word": "the rarest word of the question that passage, context and lead lack, as a share of the rarity of all",
    "asked missing": "of a question about a park, the rarest word beside the asking word that no candidate of the article has",
    "matter missing": "share of what is asked besides places, names and times, by rarity, that no candidate of the article tells of",
    "sentence missing": "share of the same that neither the best sentence nor the title tells of",
    "place missing": "share of the provinces and cities named that neither title, parks and lead name nor the best sentence",
    READER_ANSWERS: "how surely the reader says that the passage answers: from never, 0, to surely, 1; 0.5 where nothing was read",
    READER_SPAN: "how surely the reader sees words in the passage that answer, likewise",
}
"""What each feature means, in the order in which they are shown."""

FOR_CONFIDENCE = frozenset({ENGLISH, "missing word", "asked missing", "matter missing", "sentence missing", "place missing"})
"""Features that say whether the corpus has an answer, and nothing of which passage it is in."""
