"""Codes of the problems that reading itself finds. Their meaning never changes."""

from cps_quiz.source.diagnostic import Code, Severity

YAML_SYNTAX = Code("S001", "yaml-syntax", Severity.ERROR)
DUPLICATE_FIELD = Code("S002", "duplicate-field", Severity.ERROR)
UNKNOWN_FIELD = Code("S003", "unknown-field", Severity.ERROR)
MISSING_FIELD = Code("S004", "missing-field", Severity.ERROR)
WRONG_TYPE = Code("S005", "wrong-type", Severity.ERROR)
BAD_VALUE = Code("S006", "bad-value", Severity.ERROR)
UNSAFE_YAML = Code("S007", "unsafe-yaml", Severity.ERROR)
UNREADABLE_FILE = Code("S008", "unreadable-file", Severity.ERROR)
NOT_A_BANK = Code("S009", "not-a-bank", Severity.ERROR)
UNSUPPORTED_FORMAT = Code("S010", "unsupported-format", Severity.ERROR)
DUPLICATE_ID = Code("R101", "duplicate-id", Severity.ERROR)
UNKNOWN_MISCONCEPTION = Code("R102", "unknown-misconception", Severity.ERROR)
UNKNOWN_TOPIC = Code("R103", "unknown-topic", Severity.ERROR)
UNKNOWN_REFERENCE = Code("R104", "unknown-reference", Severity.ERROR)
UNKNOWN_SCENARIO = Code("R105", "unknown-scenario", Severity.ERROR)
NO_CORRECT_OPTION = Code("K201", "no-correct-option", Severity.ERROR)
SEVERAL_CORRECT_OPTIONS = Code("K202", "several-correct-options", Severity.ERROR)
NO_WRONG_OPTION = Code("K203", "no-wrong-option", Severity.ERROR)
MISSING_WHY = Code("E301", "missing-why", Severity.ERROR)
