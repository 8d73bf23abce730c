"""The oracle of the access rule: `policy.toml` read by plain Python, one item at a time."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

TABLE = tomllib.loads((Path(__file__).parent / "policy.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Case:
    """One item, in all that the rule looks at."""

    outer: str
    inner: str
    is_old: bool = False
    item_ages: bool = False
    collection_ages: bool = False
    embargo: str = "none"
    item_protocol: str = "open"
    collection_protocol: str = "open"
    state: str = "published"


@dataclass(frozen=True)
class Asker:
    """Somebody, and what was given to them."""

    role: str = "public"
    grant: str = "none"
    #: The protocols admit them.
    is_admitted: bool = False


def level_of(case: Case) -> str:
    """Return the level that holds for everybody, before grants and protocols."""
    level: str = TABLE["levels"][case.outer][case.inner]
    if level == "metadata" and case.is_old and _ages(case):
        level = "full"
    if level == "full":
        level = TABLE["embargo"][case.embargo]["full"]
    return level


def allowed(case: Case, asker: Asker) -> frozenset[str]:
    """Return the acts that the table gives."""
    acts = TABLE["acts"]
    if asker.role == "staff":
        return frozenset(acts["staff"]["full"] if "staff" in TABLE["state"][case.state] else ())
    kept = {
        act
        for each in (case.item_protocol, case.collection_protocol)
        for act in TABLE["protocol"][each]
        if not asker.is_admitted
    }
    if asker.role == "editor" and not kept:
        return frozenset(acts["editor"]["full"] if "editor" in TABLE["state"][case.state] else ())
    role = "member" if asker.role == "editor" else asker.role
    if role not in TABLE["state"][case.state]:
        return frozenset()
    given = {*acts[role][level_of(case)], *TABLE["grant"][asker.grant]}
    return frozenset(given - kept)


def _ages(case: Case) -> bool:
    needs = TABLE["age"][case.outer][case.inner]
    flags = {
        "never": False,
        "item": case.item_ages,
        "collection": case.collection_ages,
        "both": case.item_ages and case.collection_ages,
        "either": case.item_ages or case.collection_ages,
    }
    return flags[needs]
