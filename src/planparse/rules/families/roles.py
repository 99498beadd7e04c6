"""Roles: what makes a figure a baseline or a parameter instead of a target."""

from typing import Literal

from planparse.rules.schema import Rule

__all__ = ["RoleRule"]


class RoleRule(Rule):
    """A cue for a figure's role.

    `before` is a regex that must match the clause up to the quantity, `after` the text from the quantity's end
    (comparator included) to the sentence's end, `sentence` anything in the sentence before the quantity, `paragraph`
    the paragraph before that sentence, `heading` the title of a section above (up to the first whose kind is known),
    `chapter` the title of the outermost section above, `title` the plan's, `compared` the comparator's words; all given
    must match, and `unless` must not match anywhere in the sentence before the quantity. `units` limits the rule to
    dimensions (`money`, `percent`, `counter` …), `unit_names` to units, `op` to comparators, `per` to rates (any of
    them), `sections` to kinds of section; with `past` the nearest date or period in front of the quantity must end
    before the plan's own first year; with `aimed: true` the sentence must set out by when (到2035年), with
    `aimed: false` it must not. Rules are tried in file order, the first that matches decides; where none does, the
    section's kind does.
    """

    role: Literal["target", "baseline", "parameter"]
    before: str | None = None
    after: str | None = None
    sentence: str | None = None
    units: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    op: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    unit_names: tuple[str, ...] = ()
    past: bool = False
    aimed: bool | None = None
    heading: str | None = None
    chapter: str | None = None
    paragraph: str | None = None
    title: str | None = None
    compared: str | None = None
    unless: str | None = None

    def expressions(self) -> tuple[str, ...]:
        places = (
            self.before,
            self.after,
            self.sentence,
            self.heading,
            self.chapter,
            self.paragraph,
            self.title,
            self.compared,
            self.unless,
        )
        return tuple(filter(None, places))
