"""Algorithms of other libraries by name: what they declare of themselves, kept as a list.

`essentia.json` and `librosa.json` are made from the libraries' own signatures by

    python -m analysis.bridges write

and committed: nobody who only wants to know what there is has to load the libraries, a change of
theirs is seen as a difference, and what is not in the list cannot be called. In it stands nothing
that takes a path, an address, a callable or a model.
"""
