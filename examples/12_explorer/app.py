"""JSON explorer.
Paste a document: see its tree, follow a path into it, and what it is made of.
"""

import json
from collections import Counter

import streamlit as st

SAMPLE = """{
  "team": "Analytical Engines",
  "members": [
    {"name": "Ada", "born": 1815, "skills": ["notes", "loops"]},
    {"name": "Charles", "born": 1791, "skills": ["gears"]}
  ],
  "open": true
}"""


def kinds(value, found):
    """Counts what a document holds, by the names that JSON has for it."""
    names = {dict: "object", list: "array", str: "text", bool: "truth", type(None): "null"}
    found[names.get(type(value), "number")] += 1
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        kinds(part, found)
    return found


st.set_page_config(layout="wide")
st.title("JSON explorer")
source, tree = st.columns(2)
text = source.text_area("Document", SAMPLE, height=320)
try:
    value = json.loads(text)
except json.JSONDecodeError as error:
    tree.error(f"Line {error.lineno}, column {error.colno}: {error.msg}", icon=":material/error:")
    st.stop()

step = 0
while isinstance(value, dict | list) and value:
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    chosen = source.selectbox("Into", keys, None, key=f"step {step} {keys}", placeholder="Show all of it")
    if chosen is None:
        break
    value, step = value[chosen], step + 1

if isinstance(value, dict | list):
    tree.json(value, expanded=2)
else:
    tree.code(json.dumps(value, ensure_ascii=False), language="json")
badges = (f":blue-badge[{count} {kind}]" for kind, count in kinds(value, Counter()).most_common())
tree.markdown(" ".join(badges))
