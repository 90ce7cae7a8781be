"""What people who never wrote YAML write instead of it, each with its mend."""
