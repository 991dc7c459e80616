"""Adapters: each hands the same files and navigation to one engine."""
