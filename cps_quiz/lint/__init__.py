"""Checking banks: rules, and the ways to report what they find."""
