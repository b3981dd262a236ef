"""Rule 4: history only grows. Attacked through the model, through querysets and by SQL."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from tests import factories

pytestmark = pytest.mark.django_db
APPEND_ONLY = ["Event", "SourceVersion", "SegmentEdit", "TranslationVersion", "Approval", "Publication"]


@pytest.mark.parametrize("name", APPEND_ONLY)
def test_rows_can_be_neither_changed_nor_deleted(name: str) -> None:
    factories.published()
    model = apps.get_model("reviews", name)
    row = model.objects.first()
    table = model._meta.db_table
    attacks = {
        "save": row.save,
        "delete": row.delete,
        "update": lambda: model.objects.filter(pk=row.pk).update(id=row.pk),
        "sql update": lambda: connection.cursor().execute(
            f"UPDATE {table} SET id = id WHERE id = %s", [row.pk]
        ),
        "sql delete": lambda: connection.cursor().execute(f"DELETE FROM {table} WHERE id = %s", [row.pk]),
    }
    for how, attack in attacks.items():
        with pytest.raises(DatabaseError, match=r".+") as caught, transaction.atomic():
            attack()
        assert "history only grows" in str(caught.value) or how == "delete", how
    assert model.objects.filter(pk=row.pk).exists()


def test_the_story_itself_cannot_be_deleted() -> None:
    translation = factories.published()
    with pytest.raises(DatabaseError), transaction.atomic():
        translation.story.delete()


def test_the_database_keeps_an_administrator() -> None:
    dana = factories.person("dana")
    for change in ("is_active = false", "roles = '{}'"):
        with pytest.raises(DatabaseError, match="at least one administrator"), transaction.atomic():
            connection.cursor().execute(f"UPDATE reviews_user SET {change} WHERE id = %s", [dana.pk])
