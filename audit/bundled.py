"""This file knows where the folders rules/, knowledge/ and reports/ lie, in a checkout or in an installed wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from audit.model import AuditError

Name = Literal["rules", "knowledge", "reports"]

_PACKAGE = Path(__file__).resolve().parent


def folder(name: Name) -> Path:
    """The folder that came with this installation: the checkout's own, else the copy inside the wheel.

    The checkout wins, so that an edited card takes effect at once in an editable installation.
    Raises `AuditError` if neither is there, which means that the installation is damaged.
    """
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    installed = _PACKAGE / "data" / name
    if installed.is_dir():
        return installed
    raise AuditError(
        f"the folder {name}/ is not part of this installation of audit: install mt-audit again, or run it in a complete checkout"
    )
