"""What apps are told unasked, signed and tried again."""
