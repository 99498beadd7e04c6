"""The form of the rules in `rules/assignments.yaml`: who is made answerable for a piece of work."""

from typing import Literal

from planparse.rules.schema import Rule

__all__ = ["AssignmentRule", "Form"]

Form = Literal[
    "label",
    "verb",
    "closing",
    "agent",
    "partner",
    "bracket",
    "body",
    "seat",
    "title",
    "duty",
    "colon",
    "ending",
    "tail",
    "office",
    "level",
    "generic",
    "bare",
    "person",
    "barrier",
    "compound",
]
_WITH_ROLE = ("label", "verb", "closing", "title")


class AssignmentRule(Rule):
    """Words that make a unit answerable, or by which a unit's name is known.

    `form` says what the words do. Of who answers:
    - `label` stands in front of a list of units (牵头单位:), `verb` behind it (…牵头), `closing` behind it too, but
      only at the end of a bracket (…落实), where a running sentence uses the word of anybody;
    - `agent` stands in front of the one who acts (由…), `partner` in front of those who join (会同…);
    - `bracket` allows a list alone in brackets; `body` ends the name of a body set up for the work (领导小组);
      `seat` stands before the unit that houses its office; `title` says what a unit is (…为责任单位); `duty` follows
      a unit that is told what to do (…要); `colon` stands behind a unit and a colon (市教育局:制定…).

    Of names: `ending` ends a unit's name anywhere, `tail` only where a list or a cue bounds it on both sides;
    `office` is an organ's short name (财政, 发改), `level` one of administration (县, 乡镇); `generic` is a unit
    without a name whatever stands in front (各有关部门), `bare` one where nothing does (政府); `person` ends what is
    no unit; `barrier` never stands inside a name, but as a piece of a `compound` (审批 in 行政审批). `role` goes with
    label, verb, closing and title. A `recurring` label counts where a plan repeats it task by task; once or twice it
    names whom to ask (contacts.yaml).
    """

    form: Form
    role: Literal["lead", "support", "responsible"] | None = None
    recurring: bool = False
    words: tuple[str, ...] = ()
    """Literal words, no patterns."""

    def check(self) -> None:
        if self.form in _WITH_ROLE and self.role is None:
            raise ValueError(f"a rule of form {self.form} needs a role (lead, support, responsible)")
        if self.form != "bracket" and not self.words:
            raise ValueError(f"a rule of form {self.form} needs words")
