"""Analysis's own doors: what was computed, as bytes."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from analysis.delivery.views import media, result_file, tile


class Sha256Converter(StringConverter):
    """A content hash: 64 hexadecimal digits in lower case."""

    regex = "[0-9a-f]{64}"


class OutputNameConverter(StringConverter):
    """The name of an output."""

    regex = "[a-z][a-z0-9_]{0,79}"


class SmallNumberConverter(StringConverter):
    """A tile's level or index: digits that fit a column of the database."""

    regex = "[0-9]{1,9}"

    def to_python(self, value: str) -> int:  # type: ignore[override]  # Django's example too
        return int(value)


register_converter(Sha256Converter, "sha256")
register_converter(OutputNameConverter, "output")
register_converter(SmallNumberConverter, "small")

urlpatterns = [
    path(
        "items/<uuid:item_id>/tiles/<sha256:content_hash>/<small:level>/<small:index>",
        tile,
        name="tile",
    ),
    path("results/<uuid:result_id>.h5", result_file, name="result-file"),
    path("results/<uuid:result_id>/<output:name>", media, name="result-media"),
]
