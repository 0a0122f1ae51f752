"""The command line: the only home of click, and the only place that exits."""

from __future__ import annotations

from unami_cli.cli.app import main, unami

__all__ = ["main", "unami"]
