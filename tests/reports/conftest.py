"""A fresh results file for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.store import Store
from tests.reports.made import at_noon


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """Where the results file of a test lies; the folder's name has a space and a letter outside ASCII."""
    return tmp_path / "Übungen und results" / "results.sqlite"


@pytest.fixture
def fresh_store(store_path: Path) -> Iterator[Store]:
    """An empty results file, open for writing."""
    with Store.open(store_path, now=at_noon) as store:
        yield store
