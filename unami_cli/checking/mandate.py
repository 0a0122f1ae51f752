"""The mandate of UNAMI from the register, and which of its resolutions the texts cite."""

from __future__ import annotations

from unami_cli import register
from unami_cli.outcomes import Mandated
from unami_cli.register import COUNCIL
from unami_cli.table import FactTable


def mandate(table: FactTable) -> tuple[Mandated, ...]:
    """The resolutions that established, extended and changed UNAMI, the earliest first, those that are cited marked."""
    cited = {one.number: one for one in table.resolutions if one.body == COUNCIL}
    pairs = ((entry, cited.get(str(entry.number))) for entry in register.entries())
    return tuple(Mandated(entry, record is not None, record.facts if record else ()) for entry, record in pairs)
