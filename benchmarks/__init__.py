"""Figures of speed and size beside their goals; `python -m benchmarks` prints them. Benchmarks are never tests."""
