"""Long work.
A spinner, a progress bar, output as it comes, and Stop at any time.
"""

import time

import streamlit as st

st.title("Long work")
steps = st.slider("Steps", 5, 50, 20)
if st.button("Start", type="primary"):
    bar = st.progress(0.0, "Starting")
    log = st.empty()
    with st.spinner("Working", show_time=True):
        for step in range(1, steps + 1):
            time.sleep(0.15)
            bar.progress(step / steps, f"Step {step} of {steps}")
            log.text(f"{step * step} is the square of {step}")
    st.success("Done")
else:
    st.caption("While it works, press Stop at the top, or move the slider: the run gives way.")
