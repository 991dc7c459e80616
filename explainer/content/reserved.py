"""Which ids a section cannot have: the addresses that every explainer needs for other pages."""

RESERVED_ADDRESSES = frozenset(
    {
        "about", "actors", "assets", "changes", "data", "disputed", "events", "figures",
        "glossary", "guide", "method", "places", "problems", "radar", "search", "sources",
        "timeline",
    }
)  # fmt: skip
"""Addresses that pages of every explainer have; a section cannot have them too."""
