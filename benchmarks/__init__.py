"""What planparse is measured by: `python -m benchmarks` prints one line per goal."""
