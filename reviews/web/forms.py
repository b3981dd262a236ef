"""The one crispy helper that every form of the desk starts from."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout


class DeskHelper(FormHelper):
    """Fields only: the template owns <form>, its token and its buttons; a page has one primary button."""

    form_tag = False
    disable_csrf = True
    include_media = False
    html5_required = True

    def __init__(self, *layout: object) -> None:
        """`layout`: field names and crispy layout objects; none means all fields in their order."""
        super().__init__()
        if layout:
            self.layout = Layout(*layout)
