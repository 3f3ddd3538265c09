"""The pages for people: accounts, phones, the control page."""
