"""The command line: one file for each command."""

import gc

# What a start makes stays; to walk it again and again for garbage took a fifteenth of the time to the first question.
gc.set_threshold(100_000)
