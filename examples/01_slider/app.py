"""Pick a number.
The first app of Streamlit's own pages: a slider, and a text that follows it.
"""

import streamlit as st

number = st.slider("Pick a number: ", min_value=1, max_value=10)
st.text("Your number is " + str(number))
