"""What the machine outside says: the time, the repository, the days of changes."""
