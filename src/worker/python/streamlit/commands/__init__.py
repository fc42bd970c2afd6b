"""Commands that are no elements: flow, configuration."""
