"""Doors through which staff see nothing of the hidden, each with the reason: not looked at."""

import re
from collections.abc import Iterable, Mapping

_OTHERS = "no hidden record has a row there: kept by tests of its own"
_WORD = "the word of the condition is borne by no hidden record"
_PAST = (
    "staff's own, made by changes through the forms: tests/graphql_api/test_changes.py, test_life"
)
_ALONE = "tells of who asks, and of nothing else"
_HOUSE = "tells of the house: what it can do, and its rules"

_SOUNDS = (
    "planted sounds and tiles are words, which nothing is drawn or made of: "
    "tests/analysis/delivery/: test_graph_views.py, test_downloads.py, test_posters.py, "
    "test_exports.py"
)

#: By a pattern that a door's name begins with.
REASONS: Mapping[str, str] = {
    r"url (_allauth|accounts|login|logout|password)": _ALONE,
    r"graphql changesCursor": "names a moment, and is another each time",
    r"graphql holders?($|.nodes.(agent|codePolicy|country|id|translations))": (
        "an institution is public; what it holds is asked below it"
    ),
    r"graphql (viewer|stagedUploads|requestAnswer)": _ALONE,
    r"url (ns|explorer|processors|deposit|new|code-policies|extra-fields|graphql/stream)": _HOUSE,
    r"graphql (presets|experiences|processors|codePolic|codeRemark|nextCode)": _HOUSE,
    r"graphql (extraFields|publicationRule)": _HOUSE,
    r"graphql (communit|protocol|readingRoom|editorGroup)": _OTHERS,
    r"url (communities|protocols|reading-rooms|editor-groups|publication-rules)": _HOUSE,
    r"url (opening|media/notices)": _HOUSE,
    r"url (ask|answers|profile|selections)": _ALONE,
    r"graphql (\w+.nodes.(kinds|matches|nameLanguages|unreadLabels))": _OTHERS,
    r"url (merge|history)$": _PAST,
    r"graphql (merges|mergePreview|diff)": _PAST,
    r"url sparql": "staff ask the public store too: seen while a draft is published",
    r"url .*/edit": "an empty form, filled by questions in GraphQL",
    r"graphql \w+ by ": _WORD,
    r"graphql opening": "lists what is found and not heard",
    r"graphql schemes.nodes.(askedByOldCode|id|translations|uses)": "the vocabularies are public",
    r"graphql \w+.nodes.(askedByOldCode|extraValues|holder|siblings|spectrogram)": _OTHERS,
    r"graphql \w+.nodes.soundsLike": _OTHERS,
    r"graphql (remoteProviders|processorFailures)": _HOUSE,
    r"url items/<str:cited>/(waveform|spectrogram|poster|sound)|url results/.*/frames": _SOUNDS,
    r"graphql (stale(Processors|Results)|runChanges)": (
        "planted results are of the versions that are installed: tests/graphql_api/test_stale.py"
    ),
    r"graphql items.nodes.tracks": _OTHERS,
    r"graphql places.nodes.type": "no planned place has a type",
    r"graphql runs.nodes.(items.totalCount|standing)": (
        "each planned run is of one item, hidden or not"
    ),
    r"mutation ": "staff do not try, it would be done: test_mutation_walk.py",
    r"url admin": "a table where no hidden record has a row",
}


def unexplained(doors: Iterable[str], reasons: Mapping[str, str] = REASONS) -> list[str]:
    """Return the doors that no reason is given for."""
    return sorted(each for each in doors if not any(re.match(one, each) for one in reasons))


def outlived(doors: Iterable[str], reasons: Mapping[str, str] = REASONS) -> list[str]:
    """Return the reasons that are given for no door."""
    doors = list(doors)
    return [one for one in reasons if not any(re.match(one, each) for each in doors)]
