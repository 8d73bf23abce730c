"""Lists of people's own as files: for players, for spreadsheets, for other programs."""
