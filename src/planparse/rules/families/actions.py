"""Actions: the verbs with which plans state their work, and how each changes a level."""

from typing import Literal

from planparse.rules.schema import Rule

__all__ = ["ActionRule"]


class ActionRule(Rule):
    """Verbs of one kind.

    `light` verbs say only that something is done (完成, 实现, 开展) and are no part of an indicator; `filler`
    words (adverbs, particles, prepositions) neither do nor name anything; `content` verbs say what (新建, 改造);
    `level` verbs join an indicator to its value (达到, 为); `to` and `by` change it to or by the value (提高到,
    增长); `times` multiply it (翻). Behind a number, `closing` words end the name of the thing counted
    (个村|进行…), `becoming` words say at the end what becomes of it (个项目|投产), and `elsewhere` words show that no
    name begins there (万元|用于…), and `head` words end the name of a thing, so that a verb right in front of them is
    part of it (服务|中心). `bearer` words end the name of a thing in front of what is measured of it (60个县城|汽车
    保有量超过5万辆). `how` words are adverbs between what is measured and the verb (经费|再|压减). `eve` words with 前
    behind them open a phrase and say by when (雨季前完成…).
    """

    kind: Literal[
        "light",
        "filler",
        "content",
        "level",
        "to",
        "by",
        "times",
        "closing",
        "becoming",
        "elsewhere",
        "head",
        "eve",
        "bearer",
        "how",
    ]
    words: tuple[str, ...]
    not_in: tuple[str, ...] = ()
    """Words that begin like one of `words` and are something else (再生水, 就业, 利用率)."""
