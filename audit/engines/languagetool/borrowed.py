"""This file borrows the LanguageTool that the package language-tool-python (GPL-3.0, extra `lt`) has downloaded, where nothing else is."""

from __future__ import annotations

import atexit
from importlib.util import find_spec
from typing import Any

from audit.engines.trouble import EngineError

_KEPT: list[Any] = []
"""The package ends its server when its object is collected."""


def at_hand() -> bool:
    """Is the package installed, and has it a LanguageTool on this disk already? Nothing is downloaded to find out."""
    if find_spec("language_tool_python") is None:
        return False
    try:
        from language_tool_python.utils import find_existing_language_tool_downloads, get_language_tool_download_path

        return bool(find_existing_language_tool_downloads(get_language_tool_download_path()))
    except (ImportError, OSError):
        return False


def download() -> str:
    """Lets the package download LanguageTool and start it; says the server's address. Raises EngineError."""
    if find_spec("language_tool_python") is None:
        raise EngineError("language-tool-python is not installed: pip install 'mt-audit[lt]'")
    return start()


def start() -> str:
    """Starts the package's own server, which ends with this process; says its address. Raises EngineError."""
    try:
        from language_tool_python import LanguageTool

        tool: Any = LanguageTool("en-US")
    except Exception as problem:  # the package raises errors of its own, of requests and of zipfile
        said = " ".join(str(problem).split())[:200]
        raise EngineError(f"language-tool-python could not start its LanguageTool ({type(problem).__name__}: {said})") from problem
    _KEPT.append(tool)
    atexit.register(tool.close)
    return str(tool._url).removesuffix("/").removesuffix("/v2")  # noqa: SLF001  it has no public name for its address
