"""One file for each dimension of marking, and an explicit table of detectors by point."""
