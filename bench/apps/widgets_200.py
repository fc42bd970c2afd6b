"""Two hundred widgets in columns, then a button."""

import streamlit as st

columns = st.columns(4)
for index in range(50):
    columns[0].slider(f"Slider {index}", 0, 100, index)
    columns[1].checkbox(f"Checkbox {index}")
    columns[2].text_input(f"Text {index}")
    columns[3].number_input(f"Number {index}")
st.session_state.setdefault("count", 0)
if st.button("Count"):
    st.session_state.count += 1
st.text(f"count {st.session_state.count}")
