"""Signing in: the consent page, codes and tokens, and the apps that may ask."""
