// One file a format.
