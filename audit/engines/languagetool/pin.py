"""This file writes `jars.txt`: the jars that Maven takes for a LanguageTool server of one version, with their sums."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from audit.engines.languagetool.jars import LIST, sum_of

VERSION = "6.8"
LANGUAGES = ("en", "es", "ca", "pt")
"""English, and three that the server's identifier of languages looks up when it is loaded."""
_ROW = re.compile(r"\s+([\w.-]+):([\w.-]+):jar:([\w.-]+):(?:compile|runtime)\b")


def main() -> None:
    """Asks `mvn`, which must be on PATH; a changed list is read before it is committed."""
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        (work / "pom.xml").write_text(project(), encoding="utf-8")
        tree, folder = work / "list.txt", work / "jars"
        goals = ("dependency:list", f"-DoutputFile={tree}"), ("dependency:copy-dependencies", f"-DoutputDirectory={folder}")
        for goal in goals:
            subprocess.run(["mvn", "-q", "-B", *goal, "-DincludeScope=runtime"], cwd=work, check=True)
        rows = [_ROW.match(line) for line in tree.read_text(encoding="utf-8").splitlines()]
        lines = sorted(f"{row[1]}:{row[2]}:{row[3]} {sum_of(folder / f'{row[2]}-{row[3]}.jar')}" for row in rows if row)
    LIST.write_text("\n".join(lines) + "\n", encoding="ascii")
    sys.stdout.write(f"{len(lines)} jars\n")


def project() -> str:
    """A Maven project file for the server without the languages that it brings, and with ours."""
    rest = "<exclusions><exclusion><groupId>org.languagetool</groupId><artifactId>language-all</artifactId></exclusion></exclusions>"
    wanted = [("languagetool-server", rest), *((f"language-{code}", "") for code in LANGUAGES)]
    rows = "".join(
        f"<dependency><groupId>org.languagetool</groupId><artifactId>{name}</artifactId><version>{VERSION}</version>{less}</dependency>"
        for name, less in wanted
    )
    head = "<modelVersion>4.0.0</modelVersion><groupId>audit</groupId><artifactId>pin</artifactId><version>1</version>"
    return f"<project>{head}<dependencies>{rows}</dependencies></project>\n"


if __name__ == "__main__":
    main()
