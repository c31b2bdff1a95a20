"""This file fills a template of reports/html and makes one self-contained page of it, with its style and its script."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from audit.bundled import folder

if TYPE_CHECKING:
    from jinja2 import Environment

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def filled(template: str, page: object, styles: Sequence[str], scripts: Sequence[str] = ()) -> str:
    """The page as HTML text. `styles` and `scripts` are files beside the template; the policy allows these and nothing else."""
    home = folder("reports") / "html"
    style = "".join((home / name).read_text("utf-8") for name in styles)
    code = "".join((home / name).read_text("utf-8") for name in scripts)
    allowed = f" script-src {_hash(code)};" if code else ""
    policy = f"default-src 'none'; style-src {_hash(style)};{allowed} img-src data:; base-uri 'none'; form-action 'none'"
    text = _templates(home).get_template(template).render(page=page, policy=policy, style=style, script=code)
    return _UNPRINTABLE.sub("\ufffd", text.replace("\r", " ")) + "\n"


@cache
def _templates(home: Path) -> Environment:
    # Kept, because compiling them takes longer than filling them.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(loader=FileSystemLoader(home), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _hash(block: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()}'"
