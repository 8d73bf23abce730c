"""What was computed: read in windows, compared, superseded, made anew, erased."""
