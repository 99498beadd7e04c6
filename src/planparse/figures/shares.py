"""Shares: what a percentage is a share of, and what comes to a share of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.figures.nouns import measured
from planparse.patterns import lazy_plain_pattern

if TYPE_CHECKING:
    from planparse.figures.verbs import Verbs

__all__ = ["of_whole", "sharing"]

# 高中, 集中: here 中 does not say of what something is a part.
_NOT_AMONG = ("高中", "初中", "完中", "集中", "其中", "过程中", "工作中", "期中", "年中")
# 参与度|达到职工总数的45%. Not in 占地面积的30%, 行为, 作为.
_COMES_TO = lazy_plain_pattern(
    r"(?P<what>[^的]{2,24}?)[均应要将须]?(?:不[低高少大]于|不超过|(?:控制|保持|稳定|维持)在|(?<![下传表到])达到?(?!标)|占(?![地用有比])|相当于|(?<![行作认以成人])为(?!主))"
    r"(?P<whole>[^的]{2,20})的$"
)


def of_whole(words: str) -> str | None:
    """What a share is taken of, from words that end with 中 (受访者中80%); None where they do not say so."""
    if words[-1:] != "中" or words.endswith(_NOT_AMONG):
        return None
    return words[:-1].removesuffix("当").removesuffix("之") if len(words) > 2 else None


def sharing(left: str, verbs: Verbs) -> str:
    """What comes to a share of something else (费用|控制在营业额的4%), from the words in front of a percentage."""
    said = _COMES_TO.match(left)
    return measured(said["what"], verbs).phrase if said else ""
