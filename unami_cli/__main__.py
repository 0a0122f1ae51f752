"""`python -m unami_cli`, and the command `unami`."""

from __future__ import annotations


def main() -> None:
    """Run the command line; being stopped while it is still being loaded ends as quietly as later."""
    try:
        from unami_cli.cli import main as run
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    run()


if __name__ == "__main__":
    main()
