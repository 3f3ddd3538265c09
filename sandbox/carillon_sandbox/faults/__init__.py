"""What goes wrong on purpose, one fault at a time or by scenario."""
