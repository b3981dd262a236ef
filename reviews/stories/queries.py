"""Reading stories."""

from django.db.models import Q, QuerySet

from reviews.people.models import User
from reviews.people.roles import Role
from reviews.stories.models import Story, StoryState


def visible_to(user: User) -> QuerySet[Story]:
    """Stories a person may open: all of the staff see released ones, editors also every draft.

    A draft belongs to the Arabic desk; to everybody else it does not exist.
    """
    stories = Story.objects.select_related("current", "section", "editor")
    if not user.is_active or not user.roles:
        return stories.none()
    if user.has_role(Role.EDITOR):
        return stories
    return stories.filter(~Q(state=StoryState.DRAFT))
