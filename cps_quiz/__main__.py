"""`python -m cps_quiz`."""

from cps_quiz.cli.app import main

main()
