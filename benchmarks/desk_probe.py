"""Runs inside the desk's own process and tells what it saw as one line of JSON: `-m benchmarks.desk_probe start|call FOLDER`.

It changes nothing but the moment of the first frame (the desk is left at once) and, on a call, the loop.
"""  # noqa: E501

import sys

if __name__ == "__main__" and sys.argv[1] == "start":
    # Nothing may be imported before the program that is timed.
    from benchmarks.desk_start import start

    start(sys.argv[2])
elif __name__ == "__main__":
    from benchmarks.desk_call import on_a_call

    on_a_call(sys.argv[2])
