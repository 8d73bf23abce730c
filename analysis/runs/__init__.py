"""Asking for work: presets and experiences, what a run needs and costs, where it stands."""
