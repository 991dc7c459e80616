"""Pictures drawn at build time: geometry from records and ready words, as SVG with real text."""
