"""The exceptions that commands raise: names, bases and messages of Streamlit 1.67's public `streamlit.errors`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


class Error(Exception):
    """Base of everything here."""


class MarkdownFormattedException(Error):
    """An exception whose message is Markdown."""


class StreamlitAPIException(MarkdownFormattedException):
    """A command was called in a way it does not take."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class LocalizableStreamlitException(StreamlitAPIException):
    """A message made from a template; the values are kept in `exec_kwargs`."""

    def __init__(self, message: str, error_id: str | None = None, **kwargs: Any) -> None:
        super().__init__(message.format(**kwargs))
        self.error_id = error_id
        self._exec_kwargs = kwargs

    @property
    def exec_kwargs(self) -> dict[str, Any]:
        return self._exec_kwargs


class StreamlitAPIWarning(StreamlitAPIException, Warning):
    """Shown as a warning, not raised."""


class DuplicateWidgetID(StreamlitAPIException):
    """Two elements of one run have the same identity."""


class StreamlitDuplicateElementId(DuplicateWidgetID):
    def __init__(self, command: str) -> None:
        super().__init__(
            f"There are multiple `{command}` elements with the same auto-generated ID. When this element is created, "
            "it is assigned an internal ID based on the element type and provided parameters. Multiple elements with "
            "the same type and parameters will cause this error.\n\nTo fix this error, please pass a unique `key` "
            f"argument to the `{command}` element."
        )


class StreamlitDuplicateElementKey(DuplicateWidgetID):
    def __init__(self, key: str) -> None:
        super().__init__(
            f"There are multiple elements with the same `key='{key}'`. To fix this, please make sure that the `key` "
            "argument is unique for each element you create."
        )


class NoSessionContext(Error):
    """There is no running script."""


class FragmentStorageKeyError(Error):
    """A fragment is not known any more."""


class FragmentHandledException(Exception):
    """Leaves a fragment whose exception is on the page already."""


class StreamlitMaxRetriesError(Error):
    """Something was tried as often as allowed."""


class StreamlitComponentRegistryError(Error):
    """A component could not be registered."""


class StreamlitAuthError(StreamlitAPIException):
    """Sign-in is not set up, or it failed."""


class StreamlitMissingAuthlibError(StreamlitAuthError):
    def __init__(self) -> None:
        super().__init__("Authentication requires Authlib>=1.3.2. Install it via `pip install streamlit[auth]`.")


class StreamlitDataframeConversionError(StreamlitAPIException):
    """The data cannot be made a table."""


class StreamlitInvalidLayoutContextError(StreamlitAPIException):
    """The command does not work at this place of the page."""


class UnserializableSessionStateError(StreamlitAPIException):
    """A value in session state cannot be pickled."""


class BidiComponentError(LocalizableStreamlitException):
    """A custom component was used in a way it does not take."""


class BidiComponentInvalidCallbackNameError(BidiComponentError):
    """`on__change`."""


class BidiComponentInvalidDefaultKeyError(BidiComponentError):
    """A default for a state that the component does not have."""


class BidiComponentInvalidIdError(BidiComponentError):
    """`__` in a name."""


class BidiComponentUnserializableDataError(BidiComponentError):
    """`data` cannot be sent."""


def _comma(values: Sequence[object]) -> str:
    return ", ".join(str(value) for value in values)


def _sentence(detail: str) -> str:
    return f" {detail}" if detail else ""


class StreamlitValueError(LocalizableStreamlitException):
    """A value that is none of the supported ones; strings among `supported` are shown as they are."""

    def __init__(self, parameter: str, supported: Sequence[object], detail: str = "") -> None:
        super().__init__(
            "Invalid `{parameter}` value. Supported values: {values}.{detail}",
            parameter=parameter,
            values=_comma(supported),
            detail=_sentence(detail),
        )


class StreamlitInvalidParameterTypeError(LocalizableStreamlitException):
    def __init__(self, parameter: str, expected: Sequence[str], provided: str, detail: str = "") -> None:
        super().__init__(
            "Invalid `{parameter}` type. Expected one of: {expected}. Provided type: {provided}.{detail}",
            parameter=parameter,
            expected=_comma(expected),
            provided=provided,
            detail=_sentence(detail),
        )


class StreamlitMissingRequiredParameterError(LocalizableStreamlitException):
    def __init__(self, parameter: str, detail: str = "") -> None:
        super().__init__(
            "The `{parameter}` parameter is required.{detail}",
            parameter=parameter,
            detail=_sentence(detail),
        )


class StreamlitValueOutOfRangeError(LocalizableStreamlitException):
    def __init__(self, parameter: str, value: object, least: object, most: object, detail: str = "") -> None:
        super().__init__(
            "The `{parameter}` parameter, set to {value}, is outside the required range [{least}, {most}].{detail}",
            parameter=parameter,
            value=value,
            least=least,
            most=most,
            detail=_sentence(detail),
        )


class StreamlitIncompatibleParametersError(LocalizableStreamlitException):
    def __init__(self, parameters: Sequence[str], explanation: str = "") -> None:
        quoted = [f"`{parameter}`" for parameter in parameters]
        joined = " and ".join(quoted) if len(quoted) < 3 else ", ".join(quoted[:-1]) + f", and {quoted[-1]}"
        super().__init__(
            "{parameters} cannot be used together.{explanation}",
            parameters=joined,
            explanation=_sentence(explanation),
        )


class StreamlitInvalidMinMaxError(LocalizableStreamlitException):
    def __init__(self, least: object, most: object) -> None:
        super().__init__(
            "The `min_value` and `max_value` parameters are both set to {least}. They must not be equal."
            if least == most
            else "The `min_value`, set to {least}, cannot be greater than the `max_value`, set to {most}.",
            least=least,
            most=most,
        )


class StreamlitDefaultNotInOptionsError(LocalizableStreamlitException):
    def __init__(self, value: object) -> None:
        super().__init__(
            "The default value '{value}' is not part of the options. Please make sure that every default value also "
            "exists in the options.",
            value=value,
        )


class StreamlitValueBelowMinError(LocalizableStreamlitException):
    def __init__(self, value: object, least: object) -> None:
        super().__init__("The `value` {value} is less than the `min_value` {least}.", value=value, least=least)


class StreamlitValueAboveMaxError(LocalizableStreamlitException):
    def __init__(self, value: object, most: object) -> None:
        super().__init__("The `value` {value} is greater than the `max_value` {most}.", value=value, most=most)


class StreamlitInvalidWidthError(LocalizableStreamlitException):
    def __init__(self, width: object, *, content: bool) -> None:
        super().__init__(
            "Invalid width value: {width!r}. Width must be either a positive integer (pixels), 'stretch', or 'content'."
            if content
            else "Invalid width value: {width!r}. Width must be either a positive integer (pixels) or 'stretch'.",
            width=width,
        )


class StreamlitInvalidHeightError(LocalizableStreamlitException):
    def __init__(self, height: object, *, content: bool) -> None:
        super().__init__(
            "Invalid height value: {height!r}. Height must be either a positive integer (pixels), 'stretch', or "
            "'content'."
            if content
            else "Invalid height value: {height!r}. Height must be either a positive integer (pixels) or 'stretch'.",
            height=height,
        )


class StreamlitInvalidColumnSpecError(LocalizableStreamlitException):
    def __init__(self) -> None:
        super().__init__(
            "The `spec` argument to `st.columns` must be either a positive integer (number of columns) or a list of "
            "positive numbers (width ratios of the columns). See [documentation]"
            "(https://docs.streamlit.io/develop/api-reference/layout/st.columns) for more information."
        )


class StreamlitInvalidFormCallbackError(LocalizableStreamlitException):
    def __init__(self) -> None:
        super().__init__(
            "Within a form, callbacks can only be defined on `st.form_submit_button`. Defining callbacks on other "
            "widgets inside a form is not allowed."
        )


class StreamlitInvalidNumberFormatError(LocalizableStreamlitException):
    def __init__(self, number_format: str) -> None:
        super().__init__(
            "Format string for `st.number_input` contains invalid characters: {number_format}",
            number_format=number_format,
        )


class StreamlitMixedNumericTypesError(LocalizableStreamlitException):
    """`types` by parameter name, in the order of the signature."""

    def __init__(self, types: dict[str, str]) -> None:
        lines = "".join(f"\n`{name}` has {kind} type." for name, kind in types.items())
        super().__init__("All numerical arguments must be of the same type.{lines}", lines=lines)


class StreamlitJSNumberBoundsError(LocalizableStreamlitException):
    def __init__(self, message: str) -> None:
        super().__init__("{text}", text=message)


class StreamlitInvalidColorError(LocalizableStreamlitException):
    """A colour that is none."""


class StreamlitInvalidURLError(LocalizableStreamlitException):
    """An address of a scheme that is not allowed there."""


class StreamlitInvalidThemeError(LocalizableStreamlitException):
    """The theme's file cannot be used."""


class StreamlitInvalidThemeOptionError(StreamlitInvalidThemeError):
    """The theme's file has an option that there is not."""


class StreamlitInvalidThemeSectionError(StreamlitInvalidThemeError):
    """The theme's file has a section that there is not."""


class StreamlitPageNotFoundError(LocalizableStreamlitException):
    """There is no such page."""


class StreamlitQueryParamDictValueError(LocalizableStreamlitException):
    """A dict as the value of a query parameter."""


class StreamlitSecretNotFoundError(LocalizableStreamlitException, FileNotFoundError):
    """No usable secrets file."""


class StreamlitSelectionCountExceedsMaxError(LocalizableStreamlitException):
    def __init__(self, count: int, most: int) -> None:
        super().__init__(
            "Multiselect has {count} {options} selected but `max_selections` is set to {most}. This happened because "
            "you either gave too many options to `default` or you manipulated the widget's state through "
            "`st.session_state`. Note that the latter can happen before the line indicated in the traceback. Please "
            "select at most {most} {allowed}.",
            count=count,
            options="option" if count == 1 else "options",
            most=most,
            allowed="option" if most == 1 else "options",
        )


class StreamlitValueAssignmentNotAllowedError(LocalizableStreamlitException):
    def __init__(self, key: str) -> None:
        super().__init__(
            "`st.session_state['{key}']` is read-only and cannot be assigned through session state. Use a different "
            "session state key for values you need to set.",
            key=key,
        )


class StreamlitWidgetAlreadyInstantiatedError(LocalizableStreamlitException):
    def __init__(self, key: str) -> None:
        code = f"st.session_state[{key!r}]"
        fence = "``" if "`" in key else "`"
        code = f"{fence}{code}{fence}"
        super().__init__(
            "{code} cannot be modified after the widget with that key is instantiated. Assign {code} before creating "
            "the widget, or update it from an `on_change` or `on_click` callback, which runs before the widget is "
            "instantiated. If this is a read-only session state key (buttons, file and media inputs, "
            "`st.data_editor`, forms, chart or `ButtonColumn` selections), store the value under a different session "
            "state key.",
            code=code,
        )


class StreamlitBadTimeStringError(LocalizableStreamlitException):
    def __init__(self, value: object) -> None:
        super().__init__(
            "Time string doesn't look right. It should be formatted as `'1d2h34m'` or `2 days`, for example. "
            "Got: {value}",
            value=value,
        )
