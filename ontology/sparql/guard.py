"""What a public query may be: read on its parse tree and algebra, never by searching its text.

A comment or a string may say SERVICE; a query may not. Since rdflib reads here and Oxigraph
answers, both must read the same text: its escapes (backslash, u) are resolved and its line ends
made one kind before either sees it, and whatever would still be an escape after that is refused.
The empty network of the query process (`walls.py`) stands behind this.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from ontology.errors import QueryMalformed, QueryProblem, QueryRefused

LONGEST = 64 * 1024
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufeff]")
_FORMS = {
    "SelectQuery": "SELECT",
    "AskQuery": "ASK",
    "ConstructQuery": "CONSTRUCT",
    "DescribeQuery": "DESCRIBE",
}


@dataclass(frozen=True)
class Checked:
    """A query that may be run: the text that was read, to be run as it stands."""

    text: str
    form: str

    @property
    def gives_triples(self) -> bool:
        return self.form in {"CONSTRUCT", "DESCRIBE"}


@lru_cache(maxsize=256)
def check(query: str) -> Checked:
    """Read a query and let it pass, if it only reads what is here.

    Raises
    ------
    QueryMalformed : no SPARQL 1.1 query.
    QueryRefused : an update, SERVICE, FROM or FROM NAMED.
    """
    if len(query) > LONGEST:
        raise QueryProblem(
            f"The query has {len(query)} characters; at most {LONGEST} are read.", status=413
        )
    text = one_reading(query)
    try:
        parsed = parseQuery(text)
        algebra = translateQuery(parsed).algebra
    except ParseException as error:
        raise _unparsed(text, error) from error
    except RecursionError as error:
        raise QueryMalformed("The query is nested too deep: write it flatter.") from error
    except Exception as error:  # rdflib's algebra raises Exception itself
        raise QueryMalformed(f"The query cannot be read: {error}") from error
    for node in [*_walk(parsed), *_walk(algebra)]:
        if node.name == "ServiceGraphPattern":
            raise QueryRefused("SERVICE is not allowed: this endpoint asks no other one.")
        if dict.get(node, "datasetClause"):  # its own get evaluates
            raise QueryRefused(
                "FROM and FROM NAMED are not allowed: the dataset is fixed. Leave them out."
            )
    return Checked(text, _FORMS[parsed[1].name])


def one_reading(query: str) -> str:
    """Return the query as every reader reads it: no escapes, no other line ends than LF."""
    text = _ESCAPE.sub(_unescaped, query).replace("\r\n", "\n").replace("\r", "\n")
    if _ESCAPE.search(text):
        raise QueryMalformed("The query holds an escape of an escape: write the character itself.")
    if _CONTROL.search(text):
        raise QueryMalformed("The query holds a control character: remove it.")
    return text


def _unescaped(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        raise QueryMalformed(f"{match[0]} is no character.")
    return chr(number)


def _unparsed(text: str, error: ParseException) -> QueryProblem:
    try:
        parseUpdate(text)
    except (ParseException, RecursionError):
        return QueryMalformed(
            f"The query cannot be read at line {error.lineno}, column {error.column}: "
            f"{error.line.strip()[:120]!r}."
        )
    return QueryRefused("This endpoint is read-only: updates are made through GraphQL.")


def _walk(part: Any) -> Iterator[CompValue]:
    """Yield every node of a parse tree or algebra, wherever rdflib keeps it."""
    waiting, seen = [part], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, CompValue):
            yield one
            waiting += list(one.values())
        elif isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list | tuple | set | frozenset | ParseResults):
            waiting += list(one)
