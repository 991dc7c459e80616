"""What helps who writes: checks, the copy desk, forms, questions, the radar."""
