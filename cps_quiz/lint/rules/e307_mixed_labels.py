"""An item mixes naming approaches with committing them.

`names: ID` belongs to a question that asks which approach something is: every option names or describes
one, and the key names the one that is meant. What is chosen there shows which approach was taken for
which. `misconception: ID` says that choosing the option commits the approach, which is another thing.
With both in one item, or without `names` on the key, nobody can tell what a wrong choice shows.

Give all options of a name-it item `names:`, the key too, and no option `misconception:`. A wrong option
names another approach than the key does.

Source: our own rule.

Bad:

```yaml
- id: example-1
  level: analyze
  stem: '"I kept the three that would suit her," a colleague says. "She can choose." What was taken from the woman?'
  options:
    - correct: The sight of all there is to choose from
      names: limiting-options
      why: She chooses, but from what somebody else has kept. Show her the whole list.
    - wrong: The last word on where she goes
      names: deciding-for
      why: The last word is still hers. What she lost came before it, when the list was sifted.
    - wrong: The aim that a program is to serve
      misconception: dictating-goals
      why: Nobody has said what the program is for, so her aim is untouched by it.
```

Good:

```yaml
- id: example-1
  level: analyze
  stem: '"I kept the three that would suit her," a colleague says. "She can choose." What was taken from the woman?'
  options:
    - correct: The sight of all there is to choose from
      names: limiting-options
      why: She chooses, but from what somebody else has kept. Show her the whole list.
    - wrong: The last word on where she goes
      names: deciding-for
      why: The last word is still hers. What she lost came before it, when the list was sifted.
    - wrong: The aim that a program is to serve
      names: dictating-goals
      why: Nobody has said what the program is for, so her aim is untouched by it.
```
"""

from collections.abc import Iterator

from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

HELP = "give every option `names: ID`, the key too, or none of them"


def _check(item: ItemView) -> Iterator[Finding]:
    if not item.names_approaches:
        return
    said = False
    meant = {option.option.names for option in item.keys}
    for option in item.options:
        route = ("options", option.index)
        if not option.correct and option.option.names in meant - {None}:
            yield Finding((*route, "names"), "the key names this approach too", "name the one that is taken for it")
        if said:
            continue
        if option.option.misconception:
            said = True
            yield Finding((*route, "misconception"), "other options of this item have `names`, this one does not", HELP)
        elif option.correct and not option.option.names:
            said = True
            yield Finding(option.route, "the key does not say which approach it names", HELP)


RULE = Rule(Code("E307", "mixed-labels", Severity.ERROR), each_item=_check)
