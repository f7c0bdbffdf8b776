"""What lint doubts about a whole scenario, one concern to a file: each takes checked data and yields faults."""
