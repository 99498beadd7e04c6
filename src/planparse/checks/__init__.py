"""`planparse check`: what a plan must have and what must not stand in it, found and shown with its place.

One module per check (`catalog`), one per output format (`formats`); configuration, profiles, comments and baselines
decide what is shown and what fails the run.
"""
