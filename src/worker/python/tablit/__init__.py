"""What joins the interpreter to the tab: the console, waiting, and the session's calls. Apps never import it."""
