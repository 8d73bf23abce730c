"""What can go wrong with linked data; each says in one sentence what and what to do."""


class OntologyError(Exception):
    """Root of the ontology's errors."""


class OddMapping(OntologyError):
    """Two declarations contradict each other: found when the registry is put together."""


class StoreBusy(OntologyError):
    """Another process writes the RDF store."""


class NoStore(OntologyError):
    """There is no generation of the RDF store to read yet."""


class QueryProblem(OntologyError):
    """A query that is not answered. `status` is the HTTP status that says why."""

    status = 400

    def __init__(self, message: str, *, status: int | None = None) -> None:
        super().__init__(message)
        if status is not None:
            self.status = status


class QueryMalformed(QueryProblem):
    """Not a SPARQL 1.1 query."""

    status = 400


class QueryRefused(QueryProblem):
    """A query that asks for what this endpoint does not do: SERVICE, FROM, updates."""

    status = 403


class QueryStopped(QueryProblem):
    """A query that needed more time, memory or room than it is given."""

    status = 503


class EndpointBusy(QueryProblem):
    """All query processes are at work."""

    status = 503


class NotAcceptable(QueryProblem):
    """The answer exists in no format that was asked for."""

    status = 406
