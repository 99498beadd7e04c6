"""What stands at a plan's end: the block of responsible persons, the signature with its date, the attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.outline.dates import MONTH_ENDS, read_date_line, read_month_line
from planparse.outline.labels import find_labels, opening_label
from planparse.outline.model import GLOSSARY
from planparse.outline.numbering import read_number
from planparse.outline.shapes import may_end, shape_as
from planparse.patterns import lazy_pattern, lazy_plain_pattern
from planparse.records import Record

if TYPE_CHECKING:
    from planparse.outline.dates import DateLine
    from planparse.outline.labels import Label
    from planparse.outline.page import Page

__all__ = [
    "Signature",
    "attachments",
    "closing_block",
    "explains",
    "listed_attachments",
    "lists_attachments",
    "signature",
    "signed_month",
]

# A signature stands within the last lines of a plan; what stands further up is told, not signed.
_REACH = 12
# Issuers that sign side by side, their blanks cleaned away: 甲省人民政府办公厅乙省人民政府办公厅.
_JOINT_ISSUERS = lazy_pattern(
    r"([\p{Han}]{2,16}?(?:办公厅|办公室|人民政府|委员会|局|厅|部))[ ]?"
    r"(?=[\p{Han}]{2,3}(?:省|市|县|区|州|自治区)[\p{Han}]{1,14}(?:厅|室|府|会|局|部|委)(?:$|\t))"
)
_JOINT = lazy_plain_pattern("[厅室府会局部] ?..{1,2}[省市县区州自]")  # where this is not, they do not either
# What follows a signature though it is a sentence: (此件公开发布), 附件…, 联系人….
_BEHIND_SIGNATURE = ("(", "附", "注", "联系", "抄", "主题", "报送", "印发", "公开", "此件")
_LONGEST_LABEL_LINE = 120
_LONGEST_CONTINUATION = 30
_RECURS = 2
_PHONE = frozenset({"phone"})


class Signature(Record):
    """Issuer and date that close a plan or a letter: `line` is the first line of both.

    `month` (2031-07) is all that a date without a day has; `date` is None then.
    """

    __slots__ = ("date", "issuer", "line", "month")

    def __init__(self, line: int, issuer: str | None, date: str | None, month: str | None = None) -> None:
        self.line = line
        self.issuer = issuer
        self.date = date
        self.month = month


def attachments(page: Page, first: int, stop: int) -> list[int]:
    """Lines at which attachments begin; a list of attachments (附件:1.… above the signature) is none.

    Of a mark and 名词解释 right below it the mark begins what both head. 名词解释 alone closes a paper: where a chapter
    follows, its words are explained in front.
    """
    if "attachment" not in page.known or "attachment" not in page.parts[first : max(first, stop - 1)]:
        return []
    chapters = [index for index in range(first, stop) if _is_chapter(page, index)]
    last = chapters[-1] if chapters else first - 1
    return [
        index
        for index in range(first, stop - 1)
        if page.parts[index] == "attachment"
        and not lists_attachments(page, index)
        and (page.part(index + 1) not in ("date", "attachment") or explains(page, index + 1))
        and not (explains(page, index) and (index < last or page.part(index - 1) == "attachment"))
        and not _signs(page, index + 1, stop)
        and _label(page, index + 1) is None
    ]


def listed_attachments(page: Page) -> set[int]:
    """The lines of lists of attachments, which number what is annexed and head nothing."""
    listed: set[int] = set()
    if "attachment" not in page.known:
        return listed
    for index, (number, shape) in enumerate(zip(page.lines.numbers, page.shapes, strict=True)):
        if (number and index - 1 in listed) or (shape and lists_attachments(page, index)):
            listed.add(index)
    return listed


def lists_attachments(page: Page, index: int) -> bool:
    """Whether a line that says 附件 opens a list of them: 附件:1.任务分解表, or numbered lines right below."""
    shape = page.shapes[index]
    if shape is None or shape.part != "attachment":
        return False
    if shape.value:
        return read_number(shape.value, page.rules) is not None
    return index + 1 < len(page.lines) and page.lines.numbers[index + 1] is not None


def _is_chapter(page: Page, index: int) -> bool:
    heading = page.headings.get(index)
    return heading is not None and heading.number is not None and heading.number.level == 1


def explains(page: Page, index: int) -> bool:
    """Whether a line heads the explanation of a paper's words (名词解释)."""
    shape = page.shapes[index] if index < len(page.shapes) else None
    return shape is not None and shape.rule == GLOSSARY


def _signs(page: Page, index: int, stop: int) -> bool:
    return page.part(index) == "department" and page.part(index + 1) == "date" and index + 1 < stop


def signature(page: Page, first: int, stop: int) -> Signature | None:
    """The signature that closes the lines `first:stop`: issuer and date, a date alone, or the issuer alone."""
    parts, text, ends = page.parts, page.lines.text, page.lines.ends
    for index in range(stop - 1, max(first, stop - _REACH) - 1, -1):
        if index in page.headings:
            break
        if parts[index] != "date" and text[ends[index] - 1] not in MONTH_ENDS:
            continue
        dated = read_date_line(page.lines.words(index)) if parts[index] == "date" else signed_month(page, index)
        if dated is None or (dated.issuer is None and _is_told(page, index, first, stop)):
            continue
        issuer, line = dated.issuer, index
        while line > first and dated.issuer is None and (above := _organ(page, line - 1)):
            issuer, line = above, line - 1  # of several issuers the first leads
        return Signature(line, issuer, dated.iso, dated.month)
    if stop - 1 > first and (last := _organ(page, stop - 1)):
        return Signature(stop - 1, last, None)
    return None


def _is_told(page: Page, index: int, first: int, stop: int) -> bool:
    """Whether a date alone stands between two sentences, of which the second tells what happened that day."""
    if not first < index < stop - 1 or _organ(page, index - 1):
        return False
    above, below = page.lines.words(index - 1), page.lines.words(index + 1)
    return above[-1] == below[-1] == "。" and ":" not in below and not below.startswith(_BEHIND_SIGNATURE)


def signed_month(page: Page, index: int) -> DateLine | None:
    """The year and month of a line that signs: it stands behind or below its issuer, or has Han digits.

    Any other such line (2031年7月) can as well be the cell of a table or the label of a stage.
    """
    if index < 0 or (dated := read_month_line(page.lines.words(index))) is None:
        return None
    if dated.issuer:
        return dated if shape_as("department", dated.issuer, page.rules) else None
    return dated if dated.han or (index > 0 and _organ(page, index - 1)) else None


def _organ(page: Page, index: int) -> str | None:
    """The organ that a line names, several side by side included."""
    words = page.lines.words(index)
    if index in page.headings or len(words) > 60 or not may_end("department", words, page.rules):
        return None
    names = (_JOINT_ISSUERS.sub(r"\1\t", words) if _JOINT.search(words) else words).split("\t")
    if all(shape_as("department", name, page.rules) for name in names):
        return names[0]
    return None


def closing_block(page: Page, first: int, stop: int) -> tuple[int, int] | None:
    """The lines of the closing block between two lines: the first, and the one behind the last; None without one.

    It begins at the first of a run of labelled lines that announce persons, offices or telephones, and no heading
    stands behind it.
    """
    below = next((index for index in range(stop - 1, first - 1, -1) if index in page.headings), first - 1) + 1
    if below > first and "responsibility" in page.headings[below - 1].kinds and not _label(page, below - 1):
        return None  # 联系方式: heads the block as other headings do; 责任人:… opens it
    index = below
    while index < stop:
        end, known = _run(page, index, stop)
        if known:
            closes_task = _as_labelled(page, index, first, index) >= _RECURS or _as_labelled(page, index, end, stop)
            return None if closes_task else (index, end)
        index = max(end, index + 1)
    return None


def _as_labelled(page: Page, index: int, first: int, stop: int) -> int:
    """How many of the lines `first:stop` open with the label of the line at `index`.

    Where two do further up or one further down, each closes a task (责任处室:…), none the plan.
    """
    label = page.lines.words(index).partition(":")[0] + ":"
    text = page.lines.text
    return sum([text.startswith(label, start) for start in page.lines.starts[first:stop]])


def _run(page: Page, index: int, stop: int) -> tuple[int, bool]:
    """The end of a run of labelled lines, and whether it holds a label that only a closing block would."""
    known = False
    end = index
    while end < stop:
        label = _label(page, end)
        if label is None and (end == index or not _continues(page, end, stop)):
            break
        known = known or bool(label)
        end += 1
    return end, known


def _label(page: Page, index: int) -> bool | None:
    """None for a line without a label; else whether the label announces who answers, by itself.

    A telephone alone (监督电话:…) is for complaints.
    """
    if page.lines.size(index) > _LONGEST_LABEL_LINE:
        return None
    words = page.lines.words(index)
    label = opening_label(words, 0, len(words), page.rules) or _tight(page, index)
    if label is None:
        return None
    return not (_PHONE.issuperset(label.rule.roles) or label.rule.block_only or label.rule.posted)


def _tight(page: Page, index: int) -> Label | None:
    """A label without colon or blank (责任人田野), where a labelled line stands next to it."""
    label = _tight_label(page, index)
    return label if label and (_tight_label(page, index - 1) or _tight_label(page, index + 1)) else None


def _tight_label(page: Page, index: int) -> Label | None:
    if not 0 <= index < len(page.lines):
        return None
    words = page.lines.words(index)
    return opening_label(words, 0, len(words), page.rules, tight=True)


def _continues(page: Page, index: int, stop: int) -> bool:
    """A line that goes on in the block: with a label further on, or short and between two labelled lines."""
    words = page.lines.words(index)
    if page.part(index) is not None or len(words) > _LONGEST_LABEL_LINE:
        return False
    if any(label.rule.roles for label in find_labels(words, 0, len(words), page.rules)):
        return True
    if len(words) > _LONGEST_CONTINUATION or (page.lines.numbers[index] and words[-1] in "。;"):
        return False  # 2.疏浚河道12公里。: the next task
    return index + 1 < stop and _label(page, index + 1) is not None
