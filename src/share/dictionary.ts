/**
 * What a deflated body may refer to before its own first byte: words of ordinary apps. A script of twenty lines becomes
 * a link a sixth shorter. FROZEN: a changed byte makes every link of this format unreadable, and a test pins its hash.
 * Another dictionary is another format version.
 *
 * The commonest comes last, where references are shortest.
 */
import { utf8 } from './bytes.ts';

const TEXT = `
SELECT * FROM  WHERE  ORDER BY  GROUP BY  LIMIT .groupby(" .sort_values(" .reset_index() .rename(columns= .merge(
.value_counts() .isin( .dropna() .fillna( .astype(str) .to_datetime( .resample( .rolling( .apply(lambda row: row["
try:
    except Exception as error:
    except ValueError:
        raise ValueError(f"
class (BaseModel):
    def __init__(self, ) -> None:
        self. = self.
@dataclass
from dataclasses import dataclass
from __future__ import annotations
from typing import from collections import Counter, defaultdict
import altair as alt
alt.Chart(df).mark_line().mark_bar().mark_circle().encode(x=" y=", color="
import plotly.express as px
fig = px.scatter(df, x="
st.plotly_chart(fig, width="stretch")
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.plot(ax.hist(ax.set_title(" ax.set_xlabel(" ax.set_ylabel("
st.pyplot(fig)
from sklearn. import 
model.fit(X_train, y_train)
model.predict(
import requests
response = requests.get(url, timeout=10)
response.raise_for_status()
response.json()
import sqlite3
conn = st.connection("
from pathlib import Path
Path(__file__).parent / "data.csv"
import json
json.loads(json.dumps(
import time
time.sleep(0.
import re
import os
import io
import random
random.choice(random.randint(1, 
from datetime import date, datetime, timedelta
datetime.now().strftime("%Y-%m-%d %H:%M
import math
math.sqrt(math.pi
{.2f}{:.1f}:.0%},.0f} ", ".join(sorted(
 isinstance( enumerate( len( sum( max( min( round( range( zip( list( dict( float( int( str(
 lambda x: x for x in if else None and not True, False, while True:
        break
        continue
    elif 
    else:
    print(
"""
[theme]
base = "dark"
primaryColor = "#
[server]
[client]
.streamlit/config.toml requirements.txt pages/1_ data/ utils.py streamlit_app.py main.py README.md
numpy
pandas
st.switch_page("pages/ st.navigation([st.Page(" pg.run() st.page_link(" st.query_params[" st.logo(
@st.fragment @st.dialog(" st.toast(" st.balloons() st.snow() st.feedback(" st.pills(" st.segmented_control("
st.chat_message("user"): st.chat_message("assistant"): if prompt := st.chat_input("
st.session_state.messages.append({"role": "user", "content": prompt})
for message in st.session_state.messages:
    with st.chat_message(message["role"]):
        st.markdown(message["content"])
st.camera_input(" st.audio( st.video( st.image( caption=" st.map( st.latex(r" st.json( st.code( language="python") st.html(
st.color_picker(" st.time_input(" st.date_input(" st.text_area(" height= st.select_slider(" st.toggle("
uploaded_file = st.file_uploader("Upload a CSV file", type=["csv"])
if uploaded_file is not None:
    df = pd.read_csv(uploaded_file)
edited = st.data_editor(df, num_rows="dynamic", column_config={ use_container_width=True, hide_index=True)
st.download_button("Download", data, file_name=" mime="text/csv")
df.to_csv(index=False) df.describe() df.head() df.columns.tolist() df["
st.scatter_chart( st.area_chart( st.bar_chart( st.line_chart( x=" y=" st.table( st.dataframe(
bar = st.progress(0, text=" placeholder = st.empty() with st.spinner("Loading..."): with st.status("
@st.cache_resource
@st.cache_data(ttl=3600)
def load_data(path):
    return pd.read_csv(
rng = np.random.default_rng(0) np.linspace(0, 10, 100) np.random.randn(20, 3) np.sin( np.cos( np.arange( np.array([
data = pd.DataFrame({ columns=["a", "b", "c"])
tab1, tab2 = st.tabs([" with tab1: with st.popover(" with st.container(border=True): with st.expander("See
col1, col2, col3 = st.columns(3)
with col1:
    st.metric(" delta=
with col2:
col1.metric(" left, right = st.columns(2) with left: with right:
with st.form("form"):
    submitted = st.form_submit_button("Submit")
if submitted:
with st.sidebar:
    st.sidebar.header(" st.sidebar.slider(" st.sidebar.selectbox("
def increment():
    st.session_state.count += 1
if "count" not in st.session_state:
    st.session_state.count = 0
st.rerun() st.stop() st.divider()
 on_click= on_change= args=( key=" help=" disabled= placeholder=" label_visibility="collapsed", horizontal=True) format_func= index=0 step= value=
st.success(f" st.info(" st.warning(" st.error(f" st.exception(
if st.button(" type="primary"):
    st.write(f"You selected
st.text(" st.caption(f" st.subheader(" st.header(" st.markdown(" **
 = st.multiselect(" = st.radio(" = st.selectbox("Choose a ", [" = st.checkbox("Show = st.number_input(" min_value=0, max_value=100,
 = st.text_input("Your name", " = st.slider(" 0, 100, 50)
st.write(f"Hello, {name}!
def main():
if __name__ == "__main__":
    main()
st.set_page_config(page_title=" page_icon=":", layout="wide")
`;

/** How the content of the commonest app starts (`content.ts`): entrypoint 0, one file, its name, its first lines. */
const START = `\u0000\u0001\u0006app.pyimport numpy as np
import pandas as pd
import streamlit as st

st.title("`;

/** At most 32 KiB, deflate's window. */
export const DICTIONARY = utf8.encode(TEXT + START);
