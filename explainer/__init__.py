"""Curated events in YAML become a right-to-left Arabic explainer site."""
