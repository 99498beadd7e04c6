"""The family `headings`: how a heading is numbered, which words tell what a section is about."""

from typing import Annotated, Literal

from annotated_types import Interval

from planparse.rules.schema import Rule

__all__ = ["HeadingRule"]

SectionKind = Literal[
    "status", "goal", "schedule", "measures", "responsibility", "safeguards", "guidance", "funding", "attachment"
]


class HeadingRule(Rule):
    """A numbering style, the words of a section kind, or the verbs that make a heading an activity.

    `part: number` – `pattern` is the number as it opens a line, with `{han}`, `{formal}` (壹), `{arabic}` or
    `{circled}` where the numeral stands; `level` is its level, and `longest` the most characters that a heading under
    it has; with `sentences: false` a heading so numbered is never a sentence (第五条 …。 is an article's text).
    `part: kind` – `words` are patterns that end a heading (or one of its members) of the `kind`; `after_verb: false`
    where a verb before them makes them its object (解决突出问题 tells no 现状); `whole: true` where they are the whole
    heading, verb or not (全面推进阶段); `numbered: true` where without a number they are a title.
    `part: activity` – `words` are verbs: a sub-heading that begins with one tells what is done, whatever it ends in.
    `part: opening` – `words` are patterns that text begins with `behind` headings of some kinds, where it runs on from
    their words with no mark between (二、发展目标到2031年…).
    """

    part: Literal["number", "kind", "activity", "opening"]
    pattern: str | None = None
    level: Annotated[int, Interval(ge=0, le=9)] | None = None
    longest: Annotated[int, Interval(ge=2, le=120)] = 40
    sentences: bool = True
    kind: SectionKind | None = None
    words: tuple[str, ...] = ()
    after_verb: bool = True
    whole: bool = False
    numbered: bool = False
    behind: tuple[SectionKind, ...] = ()

    def check(self) -> None:
        if self.part == "number":
            if self.pattern is None or self.level is None:
                raise ValueError("a number rule needs pattern and level")
            if sum(self.pattern.count(slot) for slot in ("{han}", "{formal}", "{arabic}", "{circled}")) != 1:
                raise ValueError("the pattern needs {han}, {formal}, {arabic} or {circled}, once")
        elif not self.words:
            raise ValueError(f"a rule of part {self.part} needs words")
        if self.part == "kind" and self.kind is None:
            raise ValueError("a kind rule needs its kind")
        if self.part == "opening" and not self.behind:
            raise ValueError("an opening needs the kinds of headings that it stands behind")

    def expressions(self) -> tuple[str, ...]:
        return (self.pattern,) if self.pattern is not None else self.words
