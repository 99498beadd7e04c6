"""The family `contacts`: labels of persons, units and telephones, and the posts that stand beside names."""

from typing import Annotated, Literal

from annotated_types import MinLen

from planparse.rules.schema import Rule

__all__ = ["ContactRule"]


class ContactRule(Rule):
    """Labels that announce a contact, or words that stand beside a name and belong to no name.

    `part: label` – `words` are the label's spellings, `roles` what follows it (several for 联系人及电话, none for a
    label that only ends the value before it, such as 传真). `block_only` labels count only inside a closing block,
    `posted` ones only where a post stands with the name behind them, and by themselves make no such block.
    `part: heading` – `words` end a heading, or are a bare label, under which persons and numbers stand unlabelled; with
    `unit_in_charge` among its roles, the offices before them too.
    `part: post` – `words` are posts (副局长); `part: surname` – family names of more than one character;
    `part: phone` – `words` are patterns of telephone numbers;
    `part: unit` – `words` are the endings by which a unit is told from the next one;
    `part: asking` – `words` are verbs that tell whom to ask (请联系…).
    """

    part: Literal["label", "heading", "post", "surname", "phone", "unit", "asking"]
    words: Annotated[tuple[str, ...], MinLen(1)]
    roles: tuple[Literal["person_in_charge", "unit_in_charge", "contact_person", "phone"], ...] = ()
    block_only: bool = False
    posted: bool = False

    def expressions(self) -> tuple[str, ...]:
        return self.words
