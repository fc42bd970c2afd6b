"""A short quiz.
Radio buttons, progress and a score: state that spans many runs.
"""

import streamlit as st

QUESTIONS = [
    ("Which planet has the most moons?", ["Jupiter", "Saturn", "Uranus"], "Saturn"),
    ("What is $7 \\times 8$?", ["54", "56", "63"], "56"),
    ("Who wrote the first published program?", ["Ada Lovelace", "Grace Hopper", "Alan Turing"], "Ada Lovelace"),
    ("How many bits are a byte?", ["4", "8", "16"], "8"),
]

st.title("Quiz")
state = st.session_state
state.setdefault("at", 0)
state.setdefault("right", 0)


def answer(chosen, solution):
    state.at += 1
    state.right += chosen == solution


def restart():
    state.at = state.right = 0


st.progress(state.at / len(QUESTIONS), f"Question {min(state.at + 1, len(QUESTIONS))} of {len(QUESTIONS)}")
if state.at < len(QUESTIONS):
    question, options, solution = QUESTIONS[state.at]
    chosen = st.radio(question, options, index=None, key=f"q{state.at}")
    st.button("Answer", type="primary", disabled=chosen is None, on_click=answer, args=(chosen, solution))
else:
    st.success(f"{state.right} of {len(QUESTIONS)} right", icon="🎉")
    st.button("Again", on_click=restart)
