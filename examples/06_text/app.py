"""Text in all its forms.
Headings, Markdown with colours and badges, formulas, code, alerts.
"""

import streamlit as st

st.title("Text")
st.markdown(
    "Markdown with **bold**, *italic*, ~~struck~~, `code`, [links](https://example.com), :red[colour], "
    ":blue-background[background], :green-badge[:material/check: badges], :material/home: icons and :tada: emoji."
)
st.caption("A caption says less, and smaller.")
st.header("Formulas", divider=True)
st.latex(r"\sum_{k=1}^{n} k = \frac{n(n+1)}{2}")
st.markdown("In a line, too: $e^{i\\pi} + 1 = 0$.")
st.header("Code", divider=True)
st.code('def greet(name):\n    return f"Hello, {name}"', line_numbers=True)
st.header("Data as it is", divider=True)
st.json({"name": "Ada", "born": 1815, "notes": ["A", "B", {"letter": "G"}]}, expanded=2)
st.header("Messages", divider=True)
st.info("For your information.", icon=":material/info:")
st.success("It worked.")
st.warning("Look at this.")
st.error("That went wrong.")
