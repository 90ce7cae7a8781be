"""Pooled answers of a group: contributions, their Parquet, and the sums that leave it."""
