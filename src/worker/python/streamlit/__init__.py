"""Tablit's `streamlit`: the public names of Streamlit 1.67, on a runtime that lives in the reader's tab."""

from __future__ import annotations

from typing import NoReturn as _NoReturn

from streamlit import connections as connections
from streamlit import errors as errors
from streamlit import typing as typing
from streamlit.commands.execution_control import rerun as rerun
from streamlit.commands.execution_control import stop as stop
from streamlit.commands.page_config import set_page_config as set_page_config
from streamlit.delta_generator import active as _active
from streamlit.delta_generator import sidebar as sidebar
from streamlit.elements.text.echo import echo as echo
from streamlit.query_params import QueryParamsProxy as _QueryParamsProxy
from streamlit.runtime.caching import cache_data as cache_data
from streamlit.runtime.caching import cache_resource as cache_resource
from streamlit.runtime.connection_factory import connection_factory as _connection
from streamlit.runtime.secrets import secrets_singleton as _secrets
from streamlit.session_state import SessionStateProxy as _SessionStateProxy
from streamlit.user_info import UserInfoProxy as _UserInfoProxy
from streamlit.user_info import login as login
from streamlit.user_info import logout as logout

__version__ = "1.67.0"

connection = _connection
query_params = _QueryParamsProxy()
secrets = _secrets
session_state = _SessionStateProxy()
user = _UserInfoProxy()

badge = _active.badge
button = _active.button
caption = _active.caption
checkbox = _active.checkbox
code = _active.code
columns = _active.columns
container = _active.container
divider = _active.divider
download_button = _active.download_button
empty = _active.empty
error = _active.error
exception = _active.exception
expander = _active.expander
file_uploader = _active.file_uploader
form = _active.form
form_submit_button = _active.form_submit_button
header = _active.header
help = _active.help
html = _active.html
info = _active.info
json = _active.json
latex = _active.latex
markdown = _active.markdown
number_input = _active.number_input
progress = _active.progress
radio = _active.radio
selectbox = _active.selectbox
slider = _active.slider
spinner = _active.spinner
subheader = _active.subheader
success = _active.success
text = _active.text
text_area = _active.text_area
text_input = _active.text_input
title = _active.title
toggle = _active.toggle
warning = _active.warning
write = _active.write
write_stream = _active.write_stream

#: Names that earlier versions had, and what to use now.
_REMOVED = {
    "cache": "st.cache_data or st.cache_resource",
    "experimental_audio_input": "st.audio_input",
    "experimental_dialog": "st.dialog",
    "experimental_fragment": "st.fragment",
    "experimental_get_query_params": "st.query_params",
    "experimental_memo": "st.cache_data",
    "experimental_rerun": "st.rerun",
    "experimental_set_query_params": "st.query_params",
    "experimental_singleton": "st.cache_resource",
    "experimental_user": "st.user",
}


def __getattr__(name: str) -> _NoReturn:
    what_now = f". st.{name} has been removed. Use {_REMOVED[name]} instead." if name in _REMOVED else ""
    raise AttributeError(f"module 'streamlit' has no attribute '{name}'{what_now}")


def __dir__() -> list[str]:
    return sorted(name for name in globals() if not name.startswith("_"))
