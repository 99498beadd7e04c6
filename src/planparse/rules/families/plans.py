"""The family `plans`: the shapes of the lines that part a document into plans."""

from typing import Annotated, Literal

from annotated_types import Interval, MinLen

from planparse.rules.schema import Rule

__all__ = ["PlanRule"]


class PlanRule(Rule):
    """A shape of line. `patterns` are alternatives that must fit the whole line (for `number`, a stretch of it).

    `part`: `department` a line that names one, `title` a plan's title, `notice` the title of a covering letter,
    `division` a numbered part of a collection (`第1篇`), `series` one of several that share their words (`工作方案2`;
    it counts where the same words come back with another number), `attachment` the mark of an attachment (`附件1`),
    `number` a 发文字号, `masthead` the red head of a letter (`…文件`), `issued` and `issuer` the date and the organ as
    a web page's head labels them, `label` a title with its label (`标题:…`). A named group `value` holds what the line
    names, where that is not the whole line.
    A line that ends in 。;, or 、 has no shape.
    """

    part: Literal[
        "department",
        "title",
        "notice",
        "division",
        "series",
        "attachment",
        "number",
        "masthead",
        "issued",
        "issuer",
        "label",
    ]
    patterns: Annotated[tuple[str, ...], MinLen(1)]
    never: tuple[str, ...] = ()
    longest: Annotated[int, Interval(ge=2, le=120)] = 40

    def expressions(self) -> tuple[str, ...]:
        return self.patterns + self.never
