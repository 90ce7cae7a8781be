"""The file is not UTF-8 text, or the system will not open it.

Old editors save text in the encoding of their own country: the `é` of "José" then is a byte that
means something else everywhere else. Nothing of such a file is used, because nobody can tell which
letters were meant.

Save the file again with the encoding UTF-8 (most editors ask under "Save as"). If the system will
not open it, see who may read it.

It looks like this, with the place of the first such byte:

    my-bank.yaml:7:18: error S008 unreadable-file: the byte 0xE9 is not UTF-8 text; save the file
    again with the encoding UTF-8: in Notepad under Save as, Encoding

Good:

```yaml
- id: example-1
  type: order
  stem: In which order does Luis help José, who feels swamped?
  steps:
    - Hear how his week has been
    - Ask what weighs on him most
    - Look for one small step together
  why: A plan made before José is heard is a plan for somebody else.
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.UNREADABLE_FILE)
