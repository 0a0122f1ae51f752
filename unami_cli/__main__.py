"""`python -m unami_cli`, and the command `unami`."""

from __future__ import annotations


def main() -> None:
    """Run the command line; being stopped while it is still being loaded ends as quietly as later."""
    import gc

    # The process is short and makes no cycles worth collecting; looking for them is 4 % of its start.
    gc.disable()
    try:
        from unami_cli.cli import main as run
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    run()


if __name__ == "__main__":
    main()
