"""Giving it out: addresses under which sounds, tiles, curves, pictures and files are fetched."""
