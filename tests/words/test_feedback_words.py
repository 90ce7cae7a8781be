from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.item_types.single import Single
from cps_quiz.words.feedback import others


def test_a_key_with_quotes_of_its_own_gets_no_others() -> None:
    options = (Option('"I hear you."', True, "So."), Option("Go on", False, "No."))
    item = Item(ItemId("a"), "single", "What?", TopicId("goals"), Single(options))

    assert others(item, 1) == 'The same options in 1 other situation. In this one the best answer is "I hear you.".'
