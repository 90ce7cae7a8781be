"""The text of a file that says nothing, or something wrong, about its encoding."""

from cps_quiz.formats import ForeignFileError

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(data: bytes, path: str) -> str:
    """The text of `data`: as its byte order mark says, else UTF-8, else as old Windows programs write.

    Line ends are line feeds. Raises ForeignFileError for what is no text.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text:
        raise ForeignFileError(path, "this is no text", "Name a file that a program for questions wrote.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
