"""QTI 1.2: the XML inside of packages for Canvas."""
