"""XML and zip files of strangers, read within limits."""
