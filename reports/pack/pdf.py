"""The evidence page as PDF, made by typst; what people typed goes in as data and is never read as markup."""

from reports.evidence import Evidence


def evidence_pdf(evidence: Evidence) -> bytes:
    raise NotImplementedError
