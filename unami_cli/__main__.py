"""`python -m unami_cli`."""

from unami_cli.cli import main

if __name__ == "__main__":
    main()
