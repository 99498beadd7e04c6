"""`python -m planparse`: the program, where its script does not lie on the path."""

from planparse.cli import run

if __name__ == "__main__":  # workers that are spawned import this module under another name
    run()
