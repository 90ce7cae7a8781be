"""The home screen and the progress report."""
