"""What is asked: items, banks, the curriculum, and how an answer is scored and explained."""
