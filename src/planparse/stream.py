"""`DocumentStream`: a document that is read, and can be written, plan by plan."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from planparse import models
from planparse.audit import Placed, audit
from planparse.cleaning import clean
from planparse.figures import Ids, build_plan
from planparse.mentions import find_mentions
from planparse.mentions.set_phrases import set_phrases
from planparse.outline import find_outline, part_headings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planparse.cleaning import CleanText
    from planparse.outline import Outline, PlanOutline
    from planparse.reading import Note, SourceText
    from planparse.rules import RuleSet

__all__ = ["DocumentStream", "PlanPieces"]


class DocumentStream:
    """The stages behind the reading: clean text and outline at once, then plan after plan as they are asked for.

    The models of a plan take ten to a hundred times the memory of its words. Who can do with one plan at a time, as a
    writer of JSON can, goes through `plans()`.
    """

    def __init__(self, source: SourceText, rules: RuleSet, *, with_text: bool = False) -> None:
        self._source = source
        self._rules = rules
        self._text = part_headings(clean(source), source, rules)
        self._outline = find_outline(self._text, source, rules)
        self.frame = _frame(source, self._text, self._outline, with_text=with_text)
        """The document without its plans, and with those diagnostics alone that the file itself or what stands in front
        of its plans gave cause for."""

    def document(self) -> models.Document:
        """The whole document."""
        diagnostics = [*self.frame.diagnostics]
        plans = []
        for plan in self.plans():
            pieces = []
            for piece, said in plan:
                pieces.append(piece)
                diagnostics += said
            plans.append(_joined(pieces))
        return self.frame.model_copy(update={"plans": plans, "diagnostics": diagnostics})

    def plans(self) -> Iterator[PlanPieces]:
        """The plans in order; each must have been gone through before the next is asked for."""
        done = 0
        page_date: str | None = None

        def read(ids: Ids, piece: PlanOutline) -> tuple[models.Plan, list[models.Diagnostic]]:
            nonlocal done, page_date
            text, outline = self._outline.alone(piece, self._text, done)
            mentions = find_mentions(text, outline, self._rules, page_date)
            done, page_date = piece.end, mentions.page_date
            built = build_plan(ids, self._source, text, outline, mentions, self._rules)
            placed = Placed(built.start, built.end, built.figures, built.times, built.naming)
            in_name = partial(set_phrases(self._rules).covers, text.text)
            return audit(built.plan, placed, text, self._rules, in_name)

        for number, plan in enumerate(self._outline.plans, 1):
            pieces = plan.pieces(self._text.text)
            yield PlanPieces(len(pieces), map(partial(read, Ids(f"p{number}")), pieces))


class PlanPieces:
    """A plan, read when it is asked for: with what there is to say of it, in one piece.

    A plan beyond all measure (`PlanOutline.pieces`) comes in several pieces, each with its part of every list.
    """

    def __init__(self, count: int, pieces: Iterator[tuple[models.Plan, list[models.Diagnostic]]]) -> None:
        self._count = count
        self._pieces = pieces

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[tuple[models.Plan, list[models.Diagnostic]]]:
        return self._pieces


def _joined(pieces: Sequence[models.Plan]) -> models.Plan:
    """The plan that was read in pieces."""
    first, *others = pieces
    if not others:
        return first
    lists = {name: [item for piece in pieces for item in getattr(piece, name)] for name in models.PLAN_LISTS}
    return first.model_copy(update={"span": replace(first.span, end=others[-1].span.end), **lists})


def _frame(source: SourceText, text: CleanText, outline: Outline, *, with_text: bool) -> models.Document:
    """The document without its plans and what there is to say of them."""
    # Built first, a plan's validator is part of the document's; the other way round it would be built once more.
    models.Plan.model_rebuild()
    return models.Document(
        source=models.Source(
            path=source.path,
            format=source.format,
            encoding=source.encoding,
            sha256=source.sha256,
            chars=len(source.text),
            text=source.text if with_text else None,
        ),
        metadata=models.Metadata(
            title=outline.title, issuer=outline.issuer, doc_number=outline.doc_number, date=outline.date
        ),
        plans=[],
        diagnostics=[*map(_noted, source.notes), *_left_out(text, outline)],
    )


def _left_out(text: CleanText, outline: Outline) -> Iterator[models.Diagnostic]:
    """A diagnostic where amounts in front of the first plan belong to none, as in a covering letter."""
    if outline.left_out:
        start, end = text.span(*outline.left_out)
        message = "what stands in front of the first plan states amounts, and belongs to no plan"
        span = models.Span(start=start, end=end)
        yield models.Diagnostic(code="front-matter-amounts", severity="info", message=message, span=span)


def _noted(note: Note) -> models.Diagnostic:
    span = None if note.start is None else models.Span(start=note.start, end=note.end or note.start)
    return models.Diagnostic(
        code=note.code, severity=cast("models.Severity", note.severity), message=note.message, span=span
    )
