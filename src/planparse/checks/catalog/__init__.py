"""One module per check: its docstring is its documentation, `CHECK` says what it is, `find` finds it in a plan.

PP1xx structure, PP2xx targets, PP3xx people, PP4xx dates, PP5xx arithmetic, PP9xx text.
"""
