"""Why an answer is what it is, over the park reports and a reprint of one of them."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import fmean

import pytest

from retrieval.answering.answer import Answer
from retrieval.answering.answerer import Answerer
from retrieval.answering.explanation import DropReason, Explanation, Preference
from retrieval.question.understanding import NamedTime
from retrieval.ranking.features import FEATURES
from retrieval.ranking.term_weights import SoughtTerm
from retrieval.text.analyzer import Analyzer
from tests.park_reports import PLAIN_WEIGHTS, REPORTS, answerer_over, article, publish

TODAY = date(2024, 6, 15)
CRYSTAL = next(each for each in REPORTS if each.id == "crystal")
REPRINT = article("reprint", f"{CRYSTAL.text}\n编辑：小麦", title="蓝宝石年产2600吨", published=date(2023, 5, 8), parks=CRYSTAL.parks)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, analyzer: Analyzer) -> Answerer:
    folder = tmp_path_factory.mktemp("explained")
    publish(folder, [*REPORTS, REPRINT], analyzer)
    return answerer_over(folder, analyzer)


def ask(answerer: Answerer, question: str, top: int = 3) -> tuple[Answer, Explanation]:
    answer = answerer.ask(question, asked_on=TODAY, top=top, explain=True)
    assert answer.explanation is not None
    return answer, answer.explanation


def test_only_when_asked_for_and_without_changing_the_answer(answerer: Answerer) -> None:
    plain = answerer.ask("青屏经开区2022年表彰了多少家企业", asked_on=TODAY)
    answer, _ = ask(answerer, "青屏经开区2022年表彰了多少家企业")
    assert plain.explanation is None
    assert (answer.quotes, answer.confidence, answer.understood) == (plain.quotes, plain.confidence, plain.understood)


def test_a_quote_has_every_feature_and_they_add_up_to_its_score(answerer: Answerer) -> None:
    answer, explanation = ask(answerer, "青屏经开区2022年表彰了多少家企业")
    for quote, explained in zip(answer.quotes, explanation.quotes, strict=True):
        adds = [each.adds for each in explained.features]
        assert {each.name: each.value for each in explained.features} == quote.evidence
        assert {each.name for each in explained.features} == set(FEATURES)
        assert all(each.weight == PLAIN_WEIGHTS.ranking[each.name] for each in explained.features)
        assert adds == sorted(adds, reverse=True)
        assert math.fsum(adds) == pytest.approx(explained.score)
        assert (explained.article, explained.score) == (quote.article.id, quote.score)
        assert explained.sentence == quote.article.text[slice(*quote.emphasis[0])]


def test_terms_say_where_they_stand(answerer: Answerer) -> None:
    _, explanation = ask(answerer, "青屏经开区2022年表彰了多少家芯片企业")
    words = {term.text: term for term in explanation.quotes[0].words}
    places = {text: (term.in_passage, term.in_context) for text, term in words.items()}
    assert places["青屏"] == (False, True)
    assert places["表彰"] == (True, False)
    assert places["芯片"] == (False, False)
    assert words["芯片"].rarity > words["表彰"].rarity > words["经开区"].rarity > 0
    bigrams = explanation.quotes[0].bigrams
    assert SoughtTerm("表彰", words["表彰"].rarity, True, False) in bigrams
    assert {"家芯", "芯片", "片企"} <= {term.text for term in bigrams if not term.in_passage}


def test_times_and_parks_asked_for_and_told(answerer: Answerer) -> None:
    _, explanation = ask(answerer, "去年2月青屏经开区表彰了多少家企业")
    quote = explanation.quotes[0]
    assert quote.article == "meeting-2023"
    assert quote.times_asked == (NamedTime("去年2月", date(2023, 2, 1), date(2023, 2, 28)),)
    fits = {time.text: (time.first, time.last, round(time.fit, 2)) for time in quote.times_told}
    assert fits["2023年2月"] == (date(2023, 2, 1), date(2023, 2, 28), 1.0)
    assert fits[None] == (date(2023, 2, 18), date(2023, 2, 18), 0.3)
    assert (quote.parks_asked, quote.parks_told) == (("青屏经开区",), ("青屏经开区",))
    _, explanation = ask(replace(answerer, threshold=1.0), "去年2月青屏经开区表彰了多少家企业")
    other = next(each for each in explanation.quotes if each.article == "meeting-2022")
    assert {time.fit for time in other.times_told} == {0.0}


def test_beside_an_answer_that_was_found_nothing_of_another_year_is_quoted(answerer: Answerer) -> None:
    answer, explanation = ask(answerer, "去年2月青屏经开区表彰了多少家企业")
    assert answer.found
    assert "meeting-2022" not in {quote.article.id for quote in answer.quotes}
    assert DropReason.CONTRADICTS in {each.reason for each in explanation.dropped if each.article == "meeting-2022"}


def test_no_time_is_told_where_none_is_asked_for(answerer: Answerer) -> None:
    _, explanation = ask(answerer, "午餐供应到什么时候")
    assert (explanation.quotes[0].times_asked, explanation.quotes[0].times_told) == ((), ())


def test_what_was_folded_and_why_this_one_is_shown(answerer: Answerer) -> None:
    _, explanation = ask(answerer, "蓝宝石年产2600吨")
    quote = explanation.quotes[0]
    assert (quote.article, quote.place) == ("crystal", 1)
    assert quote.folding is not None
    assert (quote.folding.also_in, quote.folding.preferred, quote.folding.instead_of) == (("reprint",), Preference.EARLIEST, "reprint")
    reprint = next(each for each in explanation.dropped if each.article == "reprint" and each.start == 0)
    assert (reprint.place, reprint.score, reprint.reason, reprint.quote) == (1, quote.score, DropReason.NEAR_DUPLICATE, 1)
    assert sum(each.adds for each in quote.features) < quote.score
    assert all(each.folding is None for each in explanation.quotes[1:] if each.article != "crystal")


def test_what_only_a_reprint_says(answerer: Answerer) -> None:
    _, explanation = ask(answerer, "编辑小麦", top=len(REPORTS) + 1)
    quote = next(each for each in explanation.quotes if each.article == "reprint")
    assert quote.folding is not None
    assert (quote.folding.also_in, quote.folding.preferred, quote.folding.instead_of) == (("crystal",), Preference.OWN_WORDS, None)


@pytest.mark.parametrize("question", ["青屏经开区2022年表彰了多少家企业", "2021年和2023年青屏经开区分别表彰了多少家企业", "火星咖啡"])
def test_every_passage_that_came_into_question_is_quoted_or_dropped(question: str, answerer: Answerer) -> None:
    answer, explanation = ask(answerer, question, top=2)
    assert {each.article for each in (*explanation.quotes, *explanation.dropped)} == set(answer.ranking)
    for part in explanation.confidence:
        places = [each.place for each in explanation.dropped if each.part == part.part]
        quoted = [each for each in explanation.quotes if each.part == part.part]
        assert places == sorted(set(places))
        assert len(places) + len(quoted) == len(REPORTS) + 1
    for each in explanation.dropped:
        same = answer.quotes[each.quote - 1].article.id if each.quote else None
        assert {DropReason.BELOW: None, DropReason.QUOTED: each.article}.get(each.reason, same) == same


def test_without_quotes_all_is_below(answerer: Answerer) -> None:
    _, explanation = ask(answerer, "青屏经开区表彰了多少家企业", top=0)
    assert explanation.quotes == ()
    assert {each.reason for each in explanation.dropped if each.article not in ("crystal", "reprint")} == {DropReason.BELOW}


@pytest.mark.parametrize("question", ["青屏经开区2022年表彰了多少家企业", "2021年和2023年青屏经开区分别表彰了多少家企业"])
def test_the_confidence_comes_about_as_told(question: str, answerer: Answerer) -> None:
    answer, explanation = ask(answerer, question)
    assert explanation.threshold == answerer.threshold
    together = min if answer.sides else fmean
    assert answer.confidence == pytest.approx(together(part.probability for part in explanation.confidence))
    assert tuple(part.part for part in explanation.confidence) == (answer.understood.parts or (question,))
    for part in explanation.confidence:
        assert part.total == pytest.approx(part.bias + math.fsum(each.adds for each in part.signals))
        assert part.probability == pytest.approx(1 / (1 + math.exp(-part.total)))
        assert {each.name for each in part.signals} == set(PLAIN_WEIGHTS.confidence) - {"bias"}


def test_an_empty_question_leaves_nothing_to_explain(answerer: Answerer) -> None:
    _, explanation = ask(answerer, " ")
    assert (explanation.quotes, explanation.dropped, explanation.confidence) == ((), (), ())


def test_an_empty_index(tmp_path: Path, analyzer: Analyzer) -> None:
    publish(tmp_path, [], analyzer)
    _, explanation = ask(answerer_over(tmp_path, analyzer), "蓝宝石")
    assert (explanation.quotes, explanation.dropped) == ((), ())
    assert (explanation.confidence[0].signals, explanation.confidence[0].probability) == ((), 0.0)
