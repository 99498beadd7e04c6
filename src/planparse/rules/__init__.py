"""Rules as data: loading, schema, examples. Mechanism is code, knowledge is the YAML in `rules/`."""

from planparse.rules.load import RuleSet, builtin_folder, load_rules

__all__ = ["RuleSet", "builtin_folder", "load_rules"]
