"""The copy guard: a run of words that stands in a kept text may not stand in ours.

Of a kept text there are only short hashes (`shingles`), in content/guard/ (`kept`); `copied` lays
our texts beside them. Nothing of it is in the library, so that nothing of it can be published.
"""

from explainer.content.guard.copied import GuardedText, copied
from explainer.content.guard.kept import FOLDER, Kept, read

__all__ = ["FOLDER", "GuardedText", "Kept", "copied", "read"]
"""What the library asks for."""
