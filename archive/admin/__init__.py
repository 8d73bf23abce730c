"""Django's admin for operators: one file for each family of models."""

from archive.admin import (
    accounts,
    carriers,
    fields,
    holders,
    ledgers,
    levels,
    parts,
    permits,
    terms,
    tracks,
)

__all__ = [
    "accounts",
    "carriers",
    "fields",
    "holders",
    "ledgers",
    "levels",
    "parts",
    "permits",
    "terms",
    "tracks",
]
