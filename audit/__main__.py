"""This file is what `python -m audit` starts: the same as the command `audit`."""

from audit.cli import main

if __name__ == "__main__":
    main()
