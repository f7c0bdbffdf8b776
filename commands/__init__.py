"""The commands of the command line, one file each; run_sim.py gathers them."""
