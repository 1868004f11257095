"""Makes the sample workspaces: one module a province, and what they share."""
