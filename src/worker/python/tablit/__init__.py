"""What the worker calls in Python by name. Not for apps: their module is `streamlit`."""
