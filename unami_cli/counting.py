"""The words of which numbers are made, each with what it is worth."""

from __future__ import annotations

_SPELT = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""".split()
SMALL = {word: n for n, word in enumerate(_SPELT, 1)}
"""One to nineteen."""
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
"""Twenty to ninety."""
BIG = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
"""What begins a new group of a number."""
GROUPS = {"hundred": 100, "dozen": 12} | BIG
"""What multiplies the number before it."""
