"""What every rule has, whatever its family: an id, an explanation, examples and counterexamples."""

from collections.abc import Callable
from typing import Any

from planparse.rules.examples import Example

__all__ = ["Rule"]


class Rule:
    """Base of the rules of every family: what a file says of one. `id` is `family/name`.

    The annotations of a class are the form of its rules, to which validation.py holds each new file; what a rule leaves
    out is as the class has it. A class is neither a pydantic model nor a dataclass, as all of them would then take
    longer to build, at every start, than all rules take to load. A rule is equal to itself alone.
    """

    id: str

    def __init__(self, explain: Callable[[str], dict[str, Any]] = lambda _: {}, /, **said: Any) -> None:
        """A rule of what was said and found good, in JSON's types.

        `explain` returns, for its id, what it says to its readers alone (about, examples, counterexamples): no plan is
        read with these, so they are fetched when asked for.
        """
        self._said = said
        self._explain = explain
        for name, value in said.items():
            self.__dict__[name] = tuple(value) if isinstance(value, list) else value

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"

    @property
    def about(self) -> str:
        """What the rule generalises."""
        return str(self._explain(self.id).get("about", ""))

    @property
    def examples(self) -> tuple[Example, ...]:
        """Texts in which the rule must speak."""
        return tuple(map(Example, self._explain(self.id).get("examples", ())))

    @property
    def counterexamples(self) -> tuple[Example, ...]:
        """Texts in which the rule must be silent."""
        return tuple(map(Example, self._explain(self.id).get("counterexamples", ())))

    def written(self) -> dict[str, Any]:
        """The rule as its author would write it: what it says, defaults left out, examples as plain as they can be."""
        about = {"about": self.about} if self.about else {}
        examples = [example.written() for example in self.examples]
        counterexamples = [example.written() for example in self.counterexamples]
        return {"id": self.id, **about, **self._said, "examples": examples, "counterexamples": counterexamples}

    def check(self) -> None:
        """Raises ValueError where what is said does not go together, each value being good by itself."""

    def expressions(self) -> tuple[str, ...]:
        """The rule's regular expressions as it writes them, placeholders and all; none where its words are literal."""
        return ()
