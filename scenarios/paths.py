"""Where the library's own files lie, and the check that a name in a file stays inside its folder."""

from pathlib import Path, PurePosixPath, PureWindowsPath

HERE = Path(__file__).parent
CALLS = HERE / "calls"
POLICIES = HERE / "policies"
WORLD = HERE / "world"
PERSONAS = HERE / "personas"
SCHEMAS = HERE / "schema"


def yaml_files(folder: Path) -> tuple[Path, ...]:
    """The YAML files of a folder and below, in the order of their names; hidden ones are left out."""
    found = (path for ending in ("*.yaml", "*.yml") for path in folder.rglob(ending))
    return tuple(sorted(path for path in found if not path.name.startswith(".") and path.is_file()))


def inside(folder: Path, name: str) -> Path | None:
    """The file that a relative name means below a folder; None when it leads out, on any system."""
    windows, posix = PureWindowsPath(name), PurePosixPath(name)
    leads_out = windows.drive or windows.root or posix.is_absolute() or name.startswith("~")
    if leads_out or ".." in windows.parts or ".." in posix.parts or "\x00" in name:
        return None
    found = (folder / PurePosixPath(windows.as_posix())).resolve()
    return found if found.is_relative_to(folder.resolve()) else None
