"""Whether a sentence shows by its own words that it lacks the answer, however close it comes in all else.

Each kind was counted on some 9,200 questions with the sentence that answers: it speaks against fewer than one in a thousand of them. So,
unlike what the tables of respects and offices say, it stands also where the reader is sure of the passage.
"""

from __future__ import annotations

from retrieval.question.names import Words
from retrieval.question.question import Question
from retrieval.ranking.counted_group import CountedGroup
from retrieval.ranking.counted_winners import CountedWinners
from retrieval.ranking.growth_and_amount import GrowthAndAmount
from retrieval.ranking.joint_figure import JointFigure
from retrieval.ranking.kind_of_figure import KindOfFigure
from retrieval.ranking.left_out import LeftOut
from retrieval.ranking.named_further_on import NamedFurtherOn
from retrieval.ranking.naming_nothing import NamingNothing
from retrieval.ranking.not_foreign import NotForeign
from retrieval.ranking.of_person import OfPerson
from retrieval.ranking.only_listed import OnlyListed
from retrieval.ranking.ordering import AnotherPlace
from retrieval.ranking.other_city import OtherCity
from retrieval.ranking.other_contact import OtherContact
from retrieval.ranking.other_country import OtherCountry
from retrieval.ranking.other_holder import OtherHolder
from retrieval.ranking.other_listed import OtherListed
from retrieval.ranking.other_of_kind import OtherOfKind
from retrieval.ranking.other_step import OtherStep
from retrieval.ranking.other_unit import OtherUnit
from retrieval.ranking.part_of_park import PartOfPark
from retrieval.ranking.picked_from_list import PickedFromList
from retrieval.ranking.planned_only import PlannedOnly
from retrieval.ranking.result_only import ResultOnly
from retrieval.ranking.telling import Telling
from retrieval.ranking.unnamed_source import UnnamedSource
from retrieval.ranking.untold_cause import UntoldCause
from retrieval.ranking.untold_side import UntoldSide
from retrieval.ranking.untold_side_in_english import UntoldSideInEnglish
from retrieval.ranking.untold_things import UntoldThings
from retrieval.ranking.whole_city import WholeCity
from retrieval.ranking.whole_for_part import WholeForPart
from retrieval.ranking.withholding import Withholding


class LackingAnswer:
    """Looks for the answer to one question in sentences."""

    def __init__(self, question: Question, words: Words) -> None:
        kinds = (
            NamingNothing(question),
            Withholding(question),
            AnotherPlace(question),
            PlannedOnly(question),
            ResultOnly(question),
            KindOfFigure(question),
            GrowthAndAmount(question),
            JointFigure(question),
            PickedFromList(question),
            OtherStep(question),
            OtherOfKind(question),
            OtherUnit(question),
            OtherHolder(question, words),
            OtherCountry(question),
            OtherContact(question),
            WholeCity(question),
            PartOfPark(question, words),
        )
        in_context = (
            OfPerson(question, words),
            UntoldThings(question),
            UntoldCause(question),
            LeftOut(question),
            OnlyListed(question),
            CountedGroup(question),
            CountedWinners(question),
            UnnamedSource(question),
            UntoldSide(question),
            UntoldSideInEnglish(question),
            NamedFurtherOn(question),
            OtherListed(question),
            WholeForPart(question, words),
            OtherCity(question),
            NotForeign(question),
        )
        self._kinds = [kind for kind in kinds if kind]  # most questions give most of them nothing to look for
        self._in_context = [kind for kind in in_context if kind]

    def found_in(self, telling: Telling) -> bool:
        """Whether one lacks it. Nothing is said of what is told in English."""
        if not telling.in_chinese:
            return False
        return any(kind.found_in(telling.sentence) for kind in self._kinds) or any(kind.found_in(telling) for kind in self._in_context)
