"""A small bank that is sound, as somebody writes it who begins; tests put their mistakes into it."""

HEAD = "format: 1\nbank: mine\ntitle: Mine\ntopic: reflection\nitems:\n"
FIRST = """\
  - id: mine-1
    stem: What helps Dana most right now?
    options:
      - correct: Ask what matters to her
        why: It starts from her own aims and keeps the choice in her hands.
      - wrong: Hand her a list of groups
        misconception: giving-advice
        why: It offers an answer before anybody knows what the question is for her.
      - wrong: Tell her it will pass soon
        misconception: minimizing-feelings
        why: It talks over the fear and does not ask what it is about for her.
"""
DOORS = """\
  - id: mine-1
    stem: What helps Dana most right now?
    options:
      - correct: Ask what matters to her
        why: It starts from her own aims and keeps the choice in her hands.
      - wrong: Hand her a list of groups
        misconception: giving-advice
        why: It offers an answer before anybody knows what the question is for her.
      - wrong: Choose between two doors for her
        misconception: limiting-options
        why: Two doors sound like a choice, but Luis has picked both of them.
"""
STEPS = """\
  - id: mine-2
    type: order
    stem: In which order does Luis go on with Ray today?
    steps:
      - Hear what weighs on him
      - Ask where he would like to begin
      - Agree on one small step
    why: A step fits only when Ray has been heard and has chosen where to begin.
"""
