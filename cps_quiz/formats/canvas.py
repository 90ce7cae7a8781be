"""Canvas: the QTI 1.2 package that Classic Quizzes and New Quizzes import; and, to read, Blackboard's kind of it."""

from collections.abc import Iterator, Sequence

from cps_quiz.core.questions.bank import Item
from cps_quiz.formats import Context, ForeignFileError, Format, Imported, Keep, Loss, Written
from cps_quiz.formats.exchange.reading import Reading
from cps_quiz.formats.packages.xml_tree import elements
from cps_quiz.formats.packages.zip_package import Package, is_zip, packed
from cps_quiz.formats.qti.reading import read_item
from cps_quiz.formats.qti.writing import assessment, manifest, meta

_NO_QUIZ = "Export the quiz as a QTI package, or name the format with --format."


def knows(data: bytes, _name: str) -> bool:
    """Whether it is QTI 1.2, or a package that holds it."""
    if is_zip(data):
        return b"imsmanifest.xml" in data
    return b"<questestinterop" in data[:4096]


def read(data: bytes, name: str) -> Imported:
    """The questions of a package, or of one QTI file out of it."""
    reading = Reading("canvas")
    for path, content in _parts(data, name):
        for item in elements(content, frozenset({"item"}), path):
            read_item(item, reading, path)
    return reading.result()


def _parts(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """The QTI files, each with its path to tell; the manifest says which they are, else the content does."""
    if not is_zip(data):
        yield name, data
        return
    package = Package(data, name)
    count = 0
    for part in package.names:
        if part.endswith((".xml", ".xml.qti", ".dat")) and not part.endswith("imsmanifest.xml"):
            content = package.read(part)
            if b"<questestinterop" in content[:4096]:
                count += 1
                yield f"{name}/{part}", content
    if not count:
        raise ForeignFileError(name, "the package holds no questions in QTI 1.2", _NO_QUIZ)


def write(items: Sequence[Item], context: Context) -> Written:
    """A package with one quiz."""
    id_ = "cps-quiz"
    files = {
        "imsmanifest.xml": manifest(id_, context),
        f"{id_}/{id_}.xml": assessment(id_, items, context),
        f"{id_}/assessment_meta.xml": meta(id_, len(items), context),
    }
    how = "lost: Classic Quizzes leave it out; New Quizzes take it"
    losses = tuple(Loss(item.id, "type", "", how) for item in items if item.type == "order")
    return Written(packed({name: text.encode() for name, text in files.items()}), losses)


FORMAT = Format(
    name="canvas",
    title="Canvas QTI 1.2",
    suffixes=(".zip", ".xml"),
    keeps={
        "scenario": Keep.AS_TEXT,
        "labels": Keep.AS_TEXT,
        "reflection": Keep.AS_TEXT,
        "hint": Keep.LOST,
        "topic": Keep.LOST,
        "objective": Keep.LOST,
        "level": Keep.LOST,
        "tags": Keep.LOST,
        "references": Keep.LOST,
        "set": Keep.LOST,
        "negative": Keep.LOST,
        "retired": Keep.LOST,
        "reviewed": Keep.LOST,
        "source": Keep.LOST,
    },
    knows=knows,
    read=read,
    write=write,
)
