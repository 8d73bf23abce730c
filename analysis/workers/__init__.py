"""Doing the work: claimed under a lease, computed in the child, kept; and what sweeps up."""
