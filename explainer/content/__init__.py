"""The content: read as typed, typed by the model, resolved into one library."""
