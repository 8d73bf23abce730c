"""The past of the catalogue: read it, compare two moments, go back."""

from archive.services.undoing import bring_back, restore, undo

__all__ = ["bring_back", "restore", "undo"]
