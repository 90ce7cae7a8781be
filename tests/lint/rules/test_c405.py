"""C405: options that the grammar of stem or distractors leads to."""

import pytest
from choices import found, multiple, single


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Maria's wish is called an | objective | plan | barrier | strength", id="an: only the key fits"),
        pytest.param("A person who guides is a | peer | owner | advisor | expert", id="a: only the key fits"),
        pytest.param(
            "A virus is an | infectious agent | bacterium | organelle | cell", id="an: one distractor fits too"
        ),
        pytest.param(
            "An animal that eats plants is a(n) herd, so it is a... | herbivore | omnivore | insect", id="..."
        ),
        pytest.param("The claim was brought by an ___ of the court. | officer | clerk | guard", id="a blank"),
        pytest.param("The plan begins with an: | honest talk | contract | form", id="a silent h, a colon"),
        pytest.param("It was decided by a | unanimous jury | appeals court | empty bench", id="u that sounds like you"),
        pytest.param("She pays for an | 8-week course | 6-week course | 12-week course", id="numbers"),
        pytest.param("The organelles that make energy are the | ribosomes | nucleolus | membrane", id="are: no number"),
        pytest.param("The judge of the facts is called the | jury | lawyers | clerks | parties", id="is called"),
    ],
)
def test_words_at_the_end_of_the_stem_that_rule_distractors_out(line: str) -> None:
    (finding,) = found("C405", line)

    assert finding.route == ("stem",)
    assert finding.phrase


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("A person who guides is a(n) | peer | owner | advisor | expert", id="a(n)"),
        pytest.param("A person who guides is a | peer | coach | guide | owner", id="two of three fit"),
        pytest.param("A person who guides is a | owner | peer | coach", id="not the key"),
        pytest.param("A person who guides is | a peer | an owner | an advisor", id="articles in the options"),
        pytest.param("She signed for an | 'old' flat | ugly flat | idle flat", id="all fit"),
        pytest.param("The scan is an | MRI | FMRI | SPECT", id="letters read one by one"),
        pytest.param("The nerve is called the | vagus | axon | dendrite", id="endings that are no plural"),
        pytest.param("The tissues are the | mitochondria | xylem | phloem", id="an unsure key"),
        pytest.param("Her feelings are | valid signs | wrong | private", id="adjectives may follow"),
        pytest.param("What is peer support an example of? | Mutual aid | Care | Alms", id="an inside the stem"),
    ],
)
def test_stems_that_leave_the_choice_open(line: str) -> None:
    assert found("C405", line) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(
            "What helps? | Listening to her | Tell her more | Give her time | Ask her doctor",
            "every distractor begins with the plain form of a verb, the key with an -ing form",
            id="-ing and plain",
        ),
        pytest.param(
            "What helps? | The words she uses | Telling her more | Giving her time",
            "every distractor begins with an -ing form, the key with an article",
            id="article and -ing",
        ),
        pytest.param(
            "What does the enzyme do? | Speed up a reaction | By breaking bonds | By adding water | By taking heat",
            'every distractor begins with "by" and an -ing form, the key does not',
            id="biology: by",
        ),
        pytest.param(
            "Why was the law passed? | Protecting tenants | To raise rents | To please owners | To move people",
            'every distractor begins with "to" and a verb, the key with an -ing form',
            id="law: to",
        ),
        pytest.param(
            "What does CloudTrail do? | Record API calls | Scales servers | Stores objects | Sends mail",
            "every distractor begins with a verb that ends in -s, the key with the plain form of a verb",
            id="AWS: -s",
        ),
        pytest.param(
            "What did Ana do? | Asks for more | Stopped the talk | Replied to him | Planned a walk",
            "every distractor begins with a verb that ends in -ed, the key with a verb that ends in -s",
            id="tense",
        ),
        pytest.param(
            "What helps? | Not telling but asking | Tell her more | Quietly give her time | Just ask her doctor",
            "every distractor begins with the plain form of a verb, the key with an -ing form",
            id="adverbs go before",
        ),
        pytest.param("What now? | What hurts? | I see | Go on", "only the key is a question", id="a question"),
        pytest.param(
            "What now? | \u201cSay more.\u201d | \u201cWhat hurts?\u201d | \u201cWho says?\u201d",
            "every distractor is a question, the key is not",
            id="a statement",
        ),
        pytest.param(
            "What now? | She asks | \u201cSay more\u201d | \u201cGo on\u201d",
            "every distractor is speech in quotes, the key is not",
            id="no speech",
        ),
        pytest.param(
            "What now? | Ask her. | Tell her | Leave her", "only the key ends like a sentence", id="full stop"
        ),
        pytest.param(
            "What now? | ask her | Tell her | Leave her", "only the key begins with a small letter", id="small"
        ),
        pytest.param("What now? | The cell | a gene | an egg", "only the key begins with a capital", id="capital"),
    ],
)
def test_a_form_that_all_distractors_share_and_the_key_does_not(line: str, message: str) -> None:
    assert [finding.message for finding in found("C405", line)] == [message]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("What helps? | Listening to her | Tell her more | Giving her time", id="distractors differ"),
        pytest.param("What helps? | Listening to her | Telling her more | Giving time", id="one form"),
        pytest.param("What helps? | Listening to her | Patience and time | Warm words", id="-ing among nouns"),
        pytest.param("Which method? | Randomization | Sampling | Blocking | Matching", id="names in -ing"),
        pytest.param("What is it? | Spring water | Bring a cup | Take a cup", id="a noun in -ing"),
        pytest.param("What begins it? | Bring a cup | Take a cup | Ask her", id="a verb in -ing"),
        pytest.param("What is he? | A man of letters | Doctor of law | Man of means", id="an article alone"),
        pytest.param("When? | At 9 a.m. | At noon | At dusk", id="an abbreviation"),
        pytest.param("Where? | In the U.S. | In Peru | In Chile etc.", id="abbreviations"),
        pytest.param("What now? | Ask her | Tell her. | Leave her.", id="only the key has no full stop"),
        pytest.param("Who ratifies? | the states | Congress | Parliament", id="names have capitals"),
        pytest.param("Who visited? | Miss Spivey | a friend | her son", id="the key is a name"),
        pytest.param("Who asks? | I do | you do | we do", id="I"),
        pytest.param("Which molecule? | mRNA is | The gene | The cell", id="a small letter in a name"),
        pytest.param("How many? | 12 cells | One cell | Two cells", id="a number"),
        pytest.param("What now? | Ask her | Tell her what to do", id="one distractor"),
        pytest.param("What now? | + | - | ?!", id="signs"),
    ],
)
def test_forms_that_do_not_single_the_key_out(line: str) -> None:
    assert found("C405", line) == []


def test_items_with_several_keys_are_left_alone() -> None:
    assert found("C405", multiple("Which two?", "Asking her | Sitting down", "Tell her | Leave her")) == []


def test_forms_in_a_set_give_nothing_away_but_the_end_of_a_stem_does() -> None:
    other = single("And now? | Ask her doctor | Listening to her | Tell her more")._replace(set="times")
    form = single("What helps? | Listening to her | Tell her more | Ask her doctor")._replace(set="times")
    article = single("Ana has an | idea | plan")._replace(set="times")

    assert found("C405", form, other) == []
    assert found("C405", article, single("Luis has a | plan | idea")._replace(set="times"))
