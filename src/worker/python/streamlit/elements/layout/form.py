"""`st.form`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from streamlit import _check, _run
from streamlit._host import slot
from streamlit.errors import StreamlitInvalidLayoutContextError

if TYPE_CHECKING:
    from streamlit import _wire
    from streamlit.delta_generator import DeltaGenerator


def form(
    self: DeltaGenerator,
    key: str,
    clear_on_submit: bool = False,
    *,
    enter_to_submit: bool = True,
    border: bool = True,
    width: Any = "stretch",
    height: Any = "content",
) -> DeltaGenerator:
    """A container whose widgets are sent together, when one of its submit buttons is pressed.

    `clear_on_submit` then shows their defaults again. `enter_to_submit`: Enter in a field presses the first submit
    button. Raises `StreamlitInvalidLayoutContextError` in a form, `StreamlitDuplicateElementKey` for the key of another
    form, `StreamlitValueAssignmentNotAllowedError` for a key that the script has assigned.
    """
    name = str(key)
    if slot.host.form_of(self._handle) is not None:
        raise StreamlitInvalidLayoutContextError("Forms cannot be nested in other forms.")
    element: _wire.Form = {
        "type": "form",
        "key": name,
        "form_id": name,
        "width": _check.width(width),
        "height": _check.height(height),
    }
    if border:
        element["border"] = True
    if clear_on_submit:
        element["clear_on_submit"] = True
    if not enter_to_submit:
        element["enter_to_submit"] = False
    _run.session.reserve(name)
    from streamlit.delta_generator import DeltaGenerator

    return DeltaGenerator(self._put_block(element, form=name))
