"""No test depends on the environment that it is run in."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "LINES", "UNAMI_ARTICLE"):
        monkeypatch.delenv(name, raising=False)
