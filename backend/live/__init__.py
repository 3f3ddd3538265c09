"""
Server-sent events: what changed in a workspace, to the browsers of who may see it.

A process of its own, kept small (docs/decisions/0015): it imports neither Django nor the API, hears PostgreSQL's NOTIFY and asks
the API who calls. It tells names of rows only; whoever wants the row asks the API for it.
"""
