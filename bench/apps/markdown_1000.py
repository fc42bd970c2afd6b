"""A thousand texts that stay, then a button."""

import streamlit as st

for index in range(1000):
    st.markdown(f"Element number {index}")
st.session_state.setdefault("count", 0)
if st.button("Count"):
    st.session_state.count += 1
st.text(f"count {st.session_state.count}")
