"""The machine that was measured on: without it a figure means nothing."""

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def machine() -> dict[str, object]:
    """Processor, cores, memory, system, Python and pygame, and how busy the machine is with other work."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count() or 1,
        "memory_gb": _memory_gb(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "pygame": _pygame(),
        "load_average": _load(),
    }


def _processor() -> str:
    try:
        known = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return platform.processor() or platform.machine()
    named = (line.partition(":")[2].strip() for line in known.splitlines() if line.startswith("model name"))
    return next(named, platform.machine())


def _memory_gb() -> float | None:
    if not hasattr(os, "sysconf"):
        return None
    try:
        return round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30, 1)
    except (ValueError, OSError):
        return None


def _pygame() -> str:
    for name in ("pygame", "pygame-ce"):
        try:
            return f"{name} {version(name)}"
        except PackageNotFoundError:
            continue
    return "none"


def _load() -> float | None:
    return round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None


def resident_mb(process: int | str = "self") -> float | None:
    """The memory a process holds, in MB; None where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        told = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return None
    return next((int(row.split()[1]) / 1024 for row in told.splitlines() if row.startswith("VmRSS")), None)
