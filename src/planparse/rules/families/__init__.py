"""The families of rules: file name (without .yaml) → module in this package and its rule class."""

FAMILIES: dict[str, tuple[str, str]] = {
    "headings": ("headings", "HeadingRule"),
    "plans": ("plans", "PlanRule"),
    "units": ("units", "UnitRule"),
    "quantities": ("quantities", "QuantityRule"),
    "comparators": ("comparators", "ComparatorRule"),
    "set-phrases": ("set_phrases", "SetPhraseRule"),
    "times": ("times", "TimeRule"),
    "contacts": ("contacts", "ContactRule"),
    "assignments": ("assignments", "AssignmentRule"),
    "roles": ("roles", "RoleRule"),
    "actions": ("actions", "ActionRule"),
    "tables": ("tables", "TableRule"),
    "relations": ("relations", "RelationRule"),
}
