"""Every shipped file reads alike where PyYAML comes without its C parser, as it may on another system."""

import pytest
import yaml

from scenarios.paths import HERE, yaml_files


@pytest.mark.slow
def test_the_parser_in_plain_python_reads_every_shipped_file_as_the_quick_one_does() -> None:
    quick = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in yaml_files(HERE):
        text = path.read_text(encoding="utf-8")
        assert yaml.load(text, Loader=yaml.SafeLoader) == yaml.load(text, Loader=quick), path
