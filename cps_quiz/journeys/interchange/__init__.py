"""Questions from other programs, and for them."""
