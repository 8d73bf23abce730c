"""The processes that serve the site: one list for `make up`, `make demo` and compose.yaml."""

from dataclasses import dataclass

#: What is heavy waits in a queue of its own, worked by one slot (`analysis.workers.waking` too).
HEAVY_QUEUE = "heavy"


@dataclass(frozen=True)
class Process:
    """A program that runs for ever, and is started again when it ends."""

    name: str
    #: What follows the Python interpreter.
    arguments: tuple[str, ...]
    #: How long it may take to end after SIGTERM before it is killed. Nothing is lost by killing:
    #: a pass that was under way is claimed anew when its lease ends.
    stop_s: float = 10.0
    #: Open descriptors that it inherits.
    inherits: tuple[int, ...] = ()


def at(host: str, port: int) -> tuple[Process, ...]:
    """Return what must run for the site to be whole, when the web server binds this address."""
    return _processes(("--host", host, "--port", str(port)))


def listening(descriptor: int) -> tuple[Process, ...]:
    """Return what must run for the site to be whole, when a socket already listens."""
    return _processes(("--fd", str(descriptor)), (descriptor,))


def _processes(where: tuple[str, ...], inherits: tuple[int, ...] = ()) -> tuple[Process, ...]:
    web = ("-m", "uvicorn", "config.asgi:application", *where)
    celery = ("-m", "celery", "--app", "config.celery")
    quiet = ("--without-gossip", "--without-mingle", "--without-heartbeat")
    return (
        Process(
            "web",
            (*web, "--no-access-log", "--timeout-graceful-shutdown", "5"),
            inherits=inherits,
        ),
        Process("worker", (*celery, "worker", "--loglevel", "INFO", *quiet)),
        Process(
            "heavy",
            (
                *(*celery, "worker", "--loglevel", "INFO", *quiet),
                *("--queues", HEAVY_QUEUE, "--concurrency", "1", "--hostname", "heavy@%h"),
            ),
        ),
        Process("beat", (*celery, "beat", "--loglevel", "WARNING", "--pidfile", "")),
        Process("rdf", ("manage.py", "rdf_writer")),
    )
