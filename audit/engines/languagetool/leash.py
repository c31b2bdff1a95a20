"""This file is a program: it runs another one for as long as its own standard input stays open, and no longer.

The process that holds the other end may end in any way, `kill -9` too: the operating system then closes the pipe, and the guest is ended.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading


def main() -> None:
    """Its first line of output is the process id of the program; the rest is the program's."""
    guest = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
    os.write(1, f"{guest.pid}\n".encode())

    def watch() -> None:
        while os.read(0, 1024):
            pass
        guest.kill()

    threading.Thread(target=watch, daemon=True).start()
    sys.exit(guest.wait() & 0xFF)


if __name__ == "__main__":
    main()
