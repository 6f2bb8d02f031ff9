"""Members: who may act on the portal, in which role, for which party; and how they come in."""
