"""What a follower is told who comes back after all that has happened: the doors of news.

How it travels is shown in tests/graphql_api/test_changes.py and test_streams.py; here each role is
told what the event table holds, by the functions that decide what may be told.
"""

from collections.abc import Callable, Iterator, Mapping

import orjson

from archive.events import sequence
from archive.kinds import KINDS
from graphql_api import changes, following
from graphql_api.context import Context
from graphql_api.errors import Refused
from tests.doors.asking import Asker, Question
from tests.doors.canaries import key_of
from tests.doors.hidden import hidden


def _changes(asker: Asker) -> bytes:
    context = Context(actor=asker.role.actor())
    sequence()
    said, position = [], 0
    while missed := changes._missed(frozenset(KINDS), position):
        position = missed[-1].position or 0
        said += [
            [heard.kind, str(heard.key), heard.what, str(heard.at)]
            for heard in changes._heard(context, missed)
        ]
    return orjson.dumps(said)


def _run(number: int) -> Callable[[Asker], bytes]:
    def put(asker: Asker) -> bytes:
        context = Context(actor=asker.role.actor())
        try:
            start = following._start(context, key_of("Run", number), None)
        except Refused as refused:
            return str(refused).encode()
        return orjson.dumps([[str(each.run.id), each.status] for each in start.moments])

    return put


SUBSCRIPTIONS: Mapping[str, tuple[Callable[[Asker], bytes], ...]] = {
    "archiveChanges": (_changes,),
    "runProgress": tuple(_run(one.number) for one in hidden() if one.is_rich),
}


def followed_questions() -> Iterator[Question]:
    for name, puts in SUBSCRIPTIONS.items():
        for number, put in enumerate(puts):
            yield Question(f"subscription {name}", str(number), put)
