"""Who may write Arabic stories."""

from django.utils.translation import gettext_lazy as _

from reviews.people.models import User
from reviews.people.permissions import YES, Verdict, no
from reviews.people.roles import Role
from reviews.stories.models import Story, StoryState


def can_write(user: User) -> Verdict:
    """Begin a new story."""
    return YES if user.has_role(Role.EDITOR) else no(_("Only editors write Arabic stories."))


def can_revise(user: User, story: Story) -> Verdict:
    """Change a story's Arabic text or its details."""
    if story.state == StoryState.WITHDRAWN:
        return no(_("The story is withdrawn; its text stays as it was."), "state")
    return can_write(user)
