"""Which of thousands of questions or texts are alike."""
