"""The first app of the source documents."""

import streamlit as st

number = st.slider("Pick a number: ", min_value=1, max_value=1000)
st.text("Your number is " + str(number))
