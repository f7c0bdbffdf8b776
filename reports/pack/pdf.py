"""The evidence page as PDF, made by typst; what people typed goes in as data and is never read as markup."""

import json
from datetime import UTC
from typing import Final, Literal

import typst

from reports import assets
from reports.evidence_data import Evidence
from reports.pack.glyphs import LATIN, printable, shown_by_fonts
from reports.pack.sheet import every_text, sheet_of
from reports.templating import HERE

TEMPLATE = HERE / "pack" / "evidence.typ"
# One file that is both accessible (PDF/UA-1) and fit for archives (PDF/A-3a).
STANDARDS: Final[list[Literal["ua-1", "a-3a"]]] = ["ua-1", "a-3a"]


class PdfProblem(Exception):
    """The PDF could not be made; the words say what to do instead."""


def evidence_pdf(evidence: Evidence) -> bytes:
    """The PDF of one call's evidence; the same evidence gives the same bytes. Raises PdfProblem."""
    shown = shown_by_fonts() or LATIN
    sheet = every_text(sheet_of(evidence), lambda text: printable(text, shown))
    made_at = evidence.made_at.astimezone(UTC)
    try:
        made = typst.compile(
            str(TEMPLATE),
            root=str(TEMPLATE.parent),
            font_paths=[str(assets.FONTS)],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False), "journal": evidence.lines},
            pdf_standards=[*STANDARDS],
            timestamp=made_at,
        )
    except (typst.TypstError, OSError) as error:
        raise PdfProblem(
            f"The PDF could not be made ({error}). Save the HTML page instead: it holds the same and prints well."
        ) from error
    return bytes(made)
