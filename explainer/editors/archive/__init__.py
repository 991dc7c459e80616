"""Copies of what sources say, kept by the Internet Archive: found or made, and named in content."""
