"""The admin's forms: what a service would refuse, they refuse too."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from archive.dates import PartialDate
from archive.errors import ArchiveError
from archive.kinds import KINDS
from archive.models import OldCode
from archive.services.fields import checked
from archive.services.numbering import check_against_policy
from archive.services.translations import translated

if TYPE_CHECKING:  # Django's own class takes no parameters when it runs
    _Form = forms.ModelForm[Any]
else:
    _Form = forms.ModelForm


class CheckedForm(_Form):
    """A form of any model of the archive."""

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        model = self._meta.model
        assert model is not None  # noqa: S101 - a ModelForm has one
        for name, value in list(given.items()):
            field = _column(model, name)
            if field is None or value in (None, ""):
                continue
            try:
                self._check(model, field, value)
            except ArchiveError as error:
                self.add_error(name, ValidationError(str(error)))
        self._refuse_old_code(model, given)
        self._heed_policy(model, given)
        return given

    def _check(self, model: type[models.Model], field: Any, value: Any) -> None:
        if isinstance(value, str):
            checked(model, {field.name: value})
        if is_edtf(field):
            PartialDate.parse(value)
        if field.name == "translations":
            translated(model, {}, value if isinstance(value, dict) else {"": {}})

    def _refuse_old_code(self, model: type[models.Model], given: dict[str, Any]) -> None:
        for kind in KINDS.values():
            code = given.get(kind.cited_by)
            if kind.model is not model or not code:
                continue
            old = OldCode.objects.filter(kind=kind.name, code=code).first()
            if old is not None and old.subject_id != self.instance.pk:
                self.add_error(
                    kind.cited_by,
                    ValidationError("This was another record's, and still leads there."),
                )

    def _heed_policy(self, model: type[models.Model], given: dict[str, Any]) -> None:
        """Refuse a code that a strict policy does not allow, as every other road does."""
        for kind in KINDS.values():
            code = given.get(kind.cited_by)
            moved = {kind.cited_by, "collection", "holder"} & set(self.changed_data)
            if kind.model is not model or not kind.is_level or not code or not moved:
                continue
            owner = "collection" if kind.name == "item" else "holder"
            above = given.get(owner, getattr(self.instance, owner, None))
            try:
                check_against_policy(kind.name, code, **{f"{owner}_id": getattr(above, "pk", None)})
            except ArchiveError as error:
                self.add_error(kind.cited_by, ValidationError(str(error)))


def is_edtf(field: Any) -> bool:
    """Return whether a column holds a date as archives know it."""
    return isinstance(field, models.CharField) and str(field.help_text).startswith("EDTF")


def dates_of(record: models.Model) -> dict[str, date | None]:
    """Return the first and last days that follow from a record's vague dates."""
    there = {field.name for field in record._meta.fields}
    found: dict[str, date | None] = {}
    for field in record._meta.fields:
        if not is_edtf(field) or f"{field.name}_from" not in there:
            continue
        text = getattr(record, field.name)
        parsed = PartialDate.parse(text) if text else None
        found[f"{field.name}_from"] = parsed.earliest if parsed else None
        found[f"{field.name}_to"] = parsed.latest if parsed else None
    return found


def _column(model: type[models.Model], name: str) -> Any:
    return next((field for field in model._meta.fields if field.name == name), None)
