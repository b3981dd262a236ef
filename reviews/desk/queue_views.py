"""The desk: queues of work, for everybody who works here."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from reviews.desk.forms import FilterForm
from reviews.desk.queries import MANY, counts, drafts, rows, waits_for
from reviews.desk.queues import BY_NAME, QUEUES
from reviews.people.permissions import no, require
from reviews.stories.permissions import can_write
from reviews.web.pages import page_of
from reviews.workflow.permissions import can_assign


@login_required
@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """A queue (`queue`), narrowed by the filter bar; the drafts of the Arabic desk are one of their own."""
    user = request.user
    if not user.roles:
        require(no(_("You have no role yet. Ask an administrator to give you one.")))
    form = FilterForm(request.GET)
    chosen = form.chosen()
    name = request.GET.get("queue", "mine")
    place = {"after": request.GET.get("after", ""), "before": request.GET.get("before", "")}
    writes = bool(can_write(user))
    if name == "drafts" and writes:
        page = page_of(drafts(chosen), order=("-created_at", "-pk"), **place)
        queue = None
    else:
        queue = BY_NAME.get(name, QUEUES[0])
        page = page_of(rows(queue, user, chosen), order=queue.order, **place)
        for row in page.rows:
            row.waits_for = waits_for(row)
    context = {
        "here": "desk",
        "form": form,
        "filtered": bool(chosen),
        "page": page,
        "queue": queue,
        "current": queue.name if queue else "drafts",
        "tabs": tabs(user, writes=writes),
        "assigns": bool(can_assign(user)),
    }
    return render(request, "desk/desk.html", context)


def tabs(user: object, *, writes: bool) -> list[tuple[str, object, str]]:
    """Name, label and count of each queue this person sees."""
    found = counts(user)
    shown = [(queue.name, queue.label) for queue in QUEUES]
    if writes:
        shown.insert(1, ("drafts", _("Drafts")))
    return [
        (name, label, f"{MANY - 1}+" if found[name] >= MANY else str(found[name])) for name, label in shown
    ]
