"""Screens about people: the staff list, one person, invitations, the audit log, one's own profile."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from reviews.history.queries import audit_log
from reviews.history.verbs import Verb
from reviews.people import actions
from reviews.people.forms import InvitationForm, JoinForm, ProfileForm, RolesForm
from reviews.people.models import User
from reviews.people.permissions import can_manage_people, require
from reviews.people.queries import invited_person, staff
from reviews.people.roles import DESCRIPTIONS, Role
from reviews.web.pages import page_of

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_required
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """The staff list, with a filter by words and role."""
    require(can_manage_people(request.user))
    text, role = request.GET.get("text", "").strip()[:100], request.GET.get("role", "")
    role = role if role in Role.values else ""
    context = {
        "here": "people",
        "people": staff(text=text.replace("\0", ""), role=role),
        "roles": Role.choices,
        "text": text,
        "role": role,
    }
    return render(request, "people/staff.html", context)


@login_required
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody; the mail goes out once they are stored."""
    require(can_manage_people(request.user))
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = actions.invite(**form.cleaned_data, by=request.user)
        actions.send_invitation(person, site_url=settings.SITE_URL, by=request.user)
        messages.success(request, _("An invitation is on its way to %(email)s.") % {"email": person.email})
        return redirect("staff")
    context = {"here": "people", "form": form, "descriptions": DESCRIPTIONS.items()}
    return render(request, "people/invite.html", context, status=422 if form.errors else 200)


@login_required
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: names, roles, account, what they did lately. `what` says which form was sent."""
    require(can_manage_people(request.user))
    found = get_object_or_404(User, pk=pk)
    what = request.POST.get("what", "")
    roles = RolesForm(request.POST if what == "roles" else None, initial={"roles": found.roles})
    profile = ProfileForm(request.POST if what == "profile" else None, instance=User.objects.get(pk=pk))
    if request.method == "POST" and _save(request, found, what, roles, profile):
        return redirect("person", pk=pk)
    context = {
        "here": "people",
        "person": found,
        "roles_form": roles,
        "profile_form": profile,
        "events": audit_log().filter(actor=found)[:15],
    }
    return render(
        request, "people/person.html", context, status=422 if roles.errors or profile.errors else 200
    )


def _save(request: HttpRequest, found: User, what: str, roles: RolesForm, profile: ProfileForm) -> bool:
    """Carry out what was sent; False when its form needs another look."""
    if what == "roles" and roles.is_valid():
        actions.change_roles(found, roles=roles.cleaned_data["roles"], by=request.user)
        messages.success(request, _("The roles are changed."))
    elif what == "profile" and profile.is_valid():
        actions.change_profile(found, by=request.user, **profile.cleaned_data)
        messages.success(request, _("The profile is changed."))
    elif what == "deactivate":
        actions.deactivate(found, by=request.user)
        messages.success(
            request, _("%(person)s can no longer sign in; all sessions are ended.") % {"person": found}
        )
    elif what == "reactivate":
        actions.reactivate(found, by=request.user)
        messages.success(request, _("%(person)s can sign in again.") % {"person": found})
    elif what == "renew":
        actions.renew_invitation(found, by=request.user)
        found.refresh_from_db()
        actions.send_invitation(found, site_url=settings.SITE_URL, by=request.user)
        messages.success(request, _("A new invitation is on its way; earlier links no longer work."))
    else:
        return False
    return True


@login_required
@require_GET
def audit(request: HttpRequest) -> HttpResponse:
    """Who did what, latest first, by person and by verb."""
    require(can_manage_people(request.user))
    events = audit_log()
    actor, verb = request.GET.get("person", ""), request.GET.get("verb", "")
    if actor.isdecimal() and len(actor) < 18:
        events = events.filter(actor_id=int(actor))
    if verb in Verb.values:
        events = events.filter(verb=verb)
    order = ("-at", "-id")
    page = page_of(
        events, order=order, after=request.GET.get("after", ""), before=request.GET.get("before", "")
    )
    context = {
        "here": "history",
        "page": page,
        "people": User.objects.all(),
        "verbs": Verb.choices,
        "actor": actor,
        "verb": verb,
    }
    return render(request, "people/audit.html", context)


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """One's own names and byline wish."""
    form = ProfileForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        me = User.objects.get(pk=request.user.pk)
        actions.change_profile(me, by=me, **form.cleaned_data)
        messages.success(request, _("Your profile is saved."))
        return redirect("profile")
    return render(request, "people/profile.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """An invited person chooses a password and is signed in."""
    found = invited_person(token)
    if found is None:
        return render(request, "people/invitation_gone.html", status=410)
    form = JoinForm(request.POST or None, person=found)
    if request.method == "POST" and form.is_valid():
        login(request, actions.join(found, password=form.cleaned_data["password"]), backend=BACKEND)
        messages.success(request, _("Welcome to the newsroom."))
        return redirect(settings.LOGIN_REDIRECT_URL)
    context = {"form": form, "person": found}
    return render(request, "people/invitation.html", context, status=422 if form.errors else 200)
