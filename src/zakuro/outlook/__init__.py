"""How likely a promise is to be kept: from its own pace, and from what became of those like it."""
