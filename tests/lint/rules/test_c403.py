"""C403: telling words that stand in stem and key alone."""

import pytest
from choices import found, multiple


@pytest.mark.parametrize(
    ("line", "word"),
    [
        pytest.param(
            "How can a peer specialist respond when Ana is overwhelmed by her goal? "
            "| Look with her at what is overwhelming | Set a date for it | Praise her courage | Leave her a leaflet",
            "overwhelming",
            id="another form of the word",
        ),
        pytest.param(
            "What does reframing a setback mean? | Seeing the setback as something to learn from | Forgetting about it "
            "| Finding out who was at fault | Starting again from nothing",
            "setback",
            id="peer support",
        ),
        pytest.param(
            "What do mitochondria do in respiration? | They release energy through respiration | They store starch "
            "| They build walls | They copy genes",
            "respiration",
            id="biology",
        ),
        pytest.param(
            "Which process removes carbon dioxide from the air? | Carbon fixation | Osmosis | Fermentation | Erosion",
            "Carbon",
            id="a noun phrase",
        ),
        pytest.param(
            "What does the doctrine of precedent require? | That courts follow precedents | That juries agree "
            "| That statutes be published | That judges retire",
            "precedents",
            id="law",
        ),
        pytest.param(
            "What can a tenant do when a landlord breaches the warranty of habitability? | Sue for breach of warranty "
            "| Move without notice | Sell the lease | Change the locks",
            "breach",
            id="two words",
        ),
        pytest.param(
            "Which AWS service runs batch computing jobs? | AWS Batch | AWS Fargate | Amazon EC2 | Amazon SQS",
            "Batch",
            id="AWS: a capital in the key only",
        ),
        pytest.param(
            "Which service gives a dedicated, private network connection to a data center? | Direct Connect "
            "| CloudFront | Snowball | Route 53",
            "Connect",
            id="AWS: another ending",
        ),
        pytest.param(
            "What does self-determination mean? | That a person determines the way | That staff agree | That we wait",
            "determines",
            id="a part of a compound",
        ),
        pytest.param(
            "Photosynthesis takes place in which part? | The photosynthetic chloroplast | The nucleus | The wall",
            "photosynthetic",
            id="words that sound alike",
        ),
        pytest.param(
            "What builds trust? | Being trustworthy over time | Giving advice | Sharing rules | Setting limits",
            "trustworthy",
            id="a longer word",
        ),
        pytest.param(
            "Tom can\u2019t sleep before interviews. What should Lee ask? | What about the interview keeps you awake? "
            "| Have you tried a walk? | Who else was invited? | Do you want my notes?",
            "interview",
            id="a vignette in the stem",
        ),
    ],
)
def test_a_telling_word_in_stem_and_key_alone_is_an_echo(line: str, word: str) -> None:
    assert [finding.phrase for finding in found("C403", line)] == [word]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "What helps with a setback? | Seeing the setback anew | Forgetting about the setback | Finding fault",
            id="a distractor has it too",
        ),
        pytest.param(
            "What helps with a setback? | Seeing the setback anew | Counting all setbacks | Finding fault",
            id="a distractor has another form",
        ),
        pytest.param(
            "How do firms compete? | By beating a competitor | By ending competition | By merging", id="of one family"
        ),
        pytest.param(
            "What does Marisol need from Luis? | For Luis to listen | For others to wait | A list of steps", id="a name"
        ),
        pytest.param(
            "Marisol is late. What now? | Ask Marisol about the bus | Wait for a call | Write a note",
            id="a name that begins the stem",
        ),
        pytest.param("What feeds a country? | Its counters | Its farms | Its shops", id="words that only begin alike"),
        pytest.param(
            "Which Amazon service monitors servers? | Amazon CloudWatch | AWS Lambda | AWS Config", id="a brand"
        ),
        pytest.param(
            "What supports a person in recovery? | Support from peers | Silence | Praise", id="words of the field"
        ),
        pytest.param(
            "Which statement best describes the passage? | It describes an event | It lists rules | It tells a joke",
            id="words of questions",
        ),
        pytest.param("Who should decide about this? | She should, about all of this | He | We", id="function words"),
        pytest.param("What does the cat want? | The cat wants out | Food | Sleep", id="three letters"),
        pytest.param(
            "Which is larger, the liver or the spleen? | The liver | The spleen", id="options taken from the stem"
        ),
        pytest.param(
            "Why did the seeds of the maple spread? | Seeds fly far | The maple was felled | Wind turned",
            id="a distractor shares as much with the stem",
        ),
        pytest.param(
            "What would weaken the theory of the comet? | Finding that iron in the layer came out of volcanoes long "
            "before any comet had struck the northern coast of the continent | Dating the sites | Counting bones",
            id="one word of a long key",
        ),
        pytest.param(
            f"The comet hypothesis is old. {'It was put forward and left and put forward again. ' * 7}What followed? "
            "| A comet was seen | Sites were dated | Bones were counted",
            id="a word far up in a long stem",
        ),
    ],
)
def test_words_that_tell_nothing_are_no_echo(line: str) -> None:
    assert found("C403", line) == []


def test_the_last_sentence_of_a_long_stem_counts() -> None:
    stem = f"{'It was put forward and left and put forward again. ' * 7}What made the comet glow?"

    assert found("C403", f"{stem} | Gas of the comet | Iron | Sand")


def test_the_message_quotes_all_echoes_once() -> None:
    line = "What do frozen crops need? | Crops, when frozen, need warmth for crops | Salt | Shade"

    assert [f.message for f in found("C403", line)] == [
        'of all options only the key repeats "crops", "frozen" from the stem'
    ]


def test_items_with_several_keys_are_left_out() -> None:
    assert found("C403", multiple("Which two help with a setback?", "Seeing the setback anew | Rest", "Blame")) == []
