"""What readers were told of each record, text by text: every one keeps an address of its own."""
