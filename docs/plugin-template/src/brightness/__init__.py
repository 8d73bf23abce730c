"""A processor of another package: how bright a recording sounds."""
