"""What all formats share: how questions are put together, told apart, and what is lost of them."""
