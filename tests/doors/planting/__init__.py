"""What the sweep puts into its archive, by subject."""
