"""Writes one call's evidence to files: a page for the screen, a PDF for the file."""

from pathlib import Path

from reports.evidence_data import Evidence, evidence_of
from reports.pack.page import evidence_html
from reports.pack.pdf import PdfProblem, evidence_pdf
from reports.store import Store
from reports.wall import Now, utc_now

__all__ = ["Evidence", "PdfProblem", "evidence_html", "evidence_of", "evidence_pdf", "write_evidence"]


def write_evidence(
    store: Store, call_id: str, pdf: Path | None = None, html: Path | None = None, now: Now = utc_now
) -> Evidence:
    """Write a call's evidence as HTML, as PDF or both, and give what was written.

    The HTML is written first, so that it is there even where the PDF cannot be made. Raises StoreProblem when there
    is no such call, PdfProblem, and OSError when a file cannot be written.
    """
    evidence = evidence_of(store, call_id, now())
    if html is not None:
        html.parent.mkdir(parents=True, exist_ok=True)
        html.write_text(evidence_html(evidence), encoding="utf-8")
    if pdf is not None:
        pdf.parent.mkdir(parents=True, exist_ok=True)
        pdf.write_bytes(evidence_pdf(evidence))
    return evidence
