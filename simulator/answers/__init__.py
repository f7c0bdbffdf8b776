"""What the caller makes of words they heard: one way of answering to a file."""
