"""The evidence page as one HTML file that needs nothing else: style, fonts and drawing are inside it."""

import base64
import hashlib
import re

from reports import assets
from reports.evidence_data import Evidence
from reports.templating import HERE, rendered

_FACES = (
    ("Hyperlegible", 400, assets.SANS),
    ("Hyperlegible", 600, assets.SANS_BOLD),
    ("Hyperlegible Mono", 400, assets.MONO),
)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def evidence_html(evidence: Evidence) -> str:
    """The page, ready to be saved or shown. Everything that people typed is escaped."""
    style = (HERE / "pack" / "evidence.css").read_text(encoding="utf-8")
    return rendered("evidence.html", evidence=evidence, call=evidence.call, style=style, faces=_faces())


def content_policy(html: str) -> str:
    """The policy under which the console shows the page: its own style and fonts, and nothing else at all."""
    match = _STYLE.search(html)
    digest = hashlib.sha256((match[1] if match else "").encode("utf-8")).digest()
    allowed = base64.b64encode(digest).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{allowed}'; font-src data:; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    )


def _faces() -> str:
    made = []
    for family, weight, name in _FACES:
        found = assets.font(name)
        if found is not None:
            data = base64.b64encode(found).decode("ascii")
            made.append(
                f'@font-face{{font-family:"{family}";font-weight:{weight};src:url(data:font/ttf;base64,{data})}}'
            )
    return "\n".join(made)
