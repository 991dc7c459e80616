"""A brief for newsletters and channels: what came, what was corrected, what is newly disputed."""
