"""From nothing to a running Carillon: how long it takes, what it weighs, how it stops."""
