"""Arabic words: dates, numbers and counts, lists, and left-to-right runs inside them."""
