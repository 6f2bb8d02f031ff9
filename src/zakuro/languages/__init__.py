"""What zakuro knows of each language: one TOML file each, and the loader."""
