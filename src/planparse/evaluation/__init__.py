"""Measures extraction against gold: annotations of whole documents, or the corrections that the review page wrote.

`gold.py` reads the gold, `matching.py` pairs it with what was found, `agreement.py` says when two items are the same,
`score.py` counts, `compare.py` holds two runs against each other, `report.py` prints.
"""

from planparse.evaluation.gold import load_gold
from planparse.evaluation.score import KINDS, Outcome, Scores, evaluate

__all__ = ["KINDS", "Outcome", "Scores", "evaluate", "load_gold"]
