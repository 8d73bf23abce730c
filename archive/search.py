"""What a few words find: titles, original titles and codes, whatever their case and accents.

The expression is that of the trigram index `item_words`; a filter must use the same.
"""

from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Coalesce, Concat

LONGEST_QUERY = 256


class Fold(Func):
    """Lower case without accents, by the database's own dictionary."""

    function = "archive_fold"
    output_field = TextField()


ITEM_WORDS = Fold(
    Concat(
        F("title"),
        Value(" "),
        F("original_title"),
        Value(" "),
        Coalesce(F("code"), Value("")),
        Value(" "),
        F("original_code"),
        output_field=TextField(),
    )
)
