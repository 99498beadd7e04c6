"""Lists of persons with their posts in brackets: 成员:周远(林业站) 何青(畜牧站)."""

from __future__ import annotations

from planparse.mentions.names import may_be_person
from planparse.patterns import lazy_pattern
from planparse.word_boundaries import begins_word

__all__ = ["holds_post"]

_LONGEST = 600
_POST = r" ?\([^()\n]{2,20}\)[、,;。和等 ]*"
_POSTS = lazy_pattern(
    r"(?P<label>[^:\n]{0,16}(?:组[长员]|成员|队[长员]|人员|召集人|主任|委员|名单)[: ] ?)?"
    rf"(?:(?P<name>[一-龥](?: ?[一-龥]){{1,2}}){_POST})+"
)
_LABEL_OF_POSTS = lazy_pattern(r"[^:\n]{0,16}(?:组[长员]|成员|队[长员]|人员|召集人|名单):?")
_MOST_LINES = 30


def holds_post(text: str, opening: int) -> bool:
    """Whether a bracket holds where a person works: its line lists persons, each with a bracket behind the name.

    That they are persons, a label says (成员:), on this line or above others of persons, or that there are several, not
    all of which are common words (党建(县委组织部) 安全(县安监局) are works).
    """
    near = text[max(0, opening - 3) : opening]
    if len(near) < 2 or not (may_be_person(near[-2:]) or may_be_person(_without_blank(near) or "-")):
        return False
    end = text.find("\n", opening)
    end = len(text) if end < 0 else end
    for _ in range(_MOST_LINES):
        start = text.rfind("\n", 0, end) + 1
        posts = _POSTS.fullmatch(text, start, end) if end - start <= _LONGEST else None
        if posts is None:
            return _LABEL_OF_POSTS.fullmatch(text, start, end) is not None
        names = [_without_blank(name) for name in posts.captures("name")]
        if not all(may_be_person(name) for name in names):
            return False
        if posts["label"] or (len(names) > 1 and any(begins_word(name, 1) for name in names)):
            return True
        end = start - 1
        if end < 0:
            return False
    return False


def _without_blank(name: str) -> str:
    return name.replace(" ", "")
