"""Making presets and experiences, and what they come to: a list of processors, each once."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models.functions import Now

from analysis.core.effects import canonical
from analysis.core.errors import SignalError
from analysis.core.job import EffectStep
from analysis.core.registry import discover
from analysis.core.wire import JSON, WireError, from_json, to_json
from analysis.models import Experience, Preset
from analysis.models.preset import Recipe as Row
from archive.access import Actor
from archive.errors import CodeTaken, NotAllowed, NotFound, OddValue
from archive.identifiers import new_id, slug_of

R = TypeVar("R", bound=Row)
#: Steps or nodes of one recipe, and processors that an experience comes to, at most.
MOST_STEPS = 50
MOST_NODES = 200
_AT = re.compile(r"parameters\.([A-Za-z0-9_.]+)")
Node = dict[str, Any]


@dataclass(frozen=True)
class Content:
    """What a recipe comes to."""

    nodes: tuple[Node, ...]
    """`{"processor", "params", "effects"}`, parameters in full, each combination once."""
    content_hash: str


def create_preset(
    *,
    actor: Actor,
    name: str,
    nodes: Sequence[Mapping[str, Any]],
    slug: str = "",
    description: str = "",
    is_public: bool = False,
) -> Preset:
    """Make a preset of one's own.

    Raises
    ------
    NotAllowed : only who may start analyses makes recipes.
    OddValue : a processor, a parameter or the name is odd; `field` is the path to it.
    """
    _may_make(actor)
    row = Preset(
        slug=_free_slug(Preset, slug or name),
        name=_named(name),
        description=description,
        nodes=checked_nodes(nodes),
        owner_id=actor.user_id,
        is_public=is_public,
    )
    return _kept(row)


@transaction.atomic
def create_experience(
    *,
    actor: Actor,
    name: str,
    steps: Sequence[Mapping[str, Any]],
    slug: str = "",
    description: str = "",
    is_public: bool = False,
) -> Experience:
    """Make an experience; raises as `create_preset` does, and NotFound for an unknown step."""
    _may_make(actor)
    free = _free_slug(Experience, slug or name)
    row = Experience(
        slug=free,
        name=_named(name),
        description=description,
        steps=_checked_steps(steps, actor, free),
        owner_id=actor.user_id,
        is_public=is_public,
    )
    return _kept(row)


@transaction.atomic
def update_preset(*, actor: Actor, preset: UUID, **says: Any) -> Preset:
    """Change a preset of one's own; what was used stays, and a new version stands beside it."""
    if "nodes" in says:
        says["nodes"] = checked_nodes(says["nodes"])
    return _updated(Preset, actor, preset, says)


@transaction.atomic
def update_experience(*, actor: Actor, experience: UUID, **says: Any) -> Experience:
    """Change an experience of one's own, as `update_preset`."""
    if "steps" in says:
        row = _own(Experience, actor, experience)
        says["steps"] = _checked_steps(says["steps"], actor, row.slug)
    return _updated(Experience, actor, experience, says)


def _updated(of: type[R], actor: Actor, key: UUID, says: Mapping[str, Any]) -> R:
    row = _own(of, actor, key)
    if of._default_manager.filter(slug=row.slug, version__gt=row.version).exists():
        raise OddValue("id", "There is a later version: change that one.")
    if "name" in says:
        says = {**says, "name": _named(says["name"])}
    content = {name for name in ("nodes", "steps") if name in says}
    changes_content = any(getattr(row, name) != says[name] for name in content)
    for name, value in says.items():
        setattr(row, name, value)
    if row.frozen_at is not None and changes_content:
        row.pk = new_id()
        row._state.adding = True
        row.version += 1
        row.frozen_at = None
        return _kept(row)
    _sum_up(row)
    row.save()
    return row


def _sum_up(row: Row) -> None:
    """Write what it comes to beside what it says."""
    content = content_of(row)
    row.content_hash = content.content_hash
    if isinstance(row, Experience):
        row.nodes = list(content.nodes)


def _own(of: type[R], actor: Actor, key: UUID) -> R:
    seen = of._default_manager.visible_to(actor)
    row = cast("R | None", seen.select_for_update().filter(pk=key).first())
    if row is None:
        raise NotFound("There is no such recipe, or it is not yours to see.")
    if row.owner_id is None:
        raise NotAllowed("This recipe is of the house: make one of your own from it.")
    if row.owner_id != actor.user_id and not actor.is_staff:
        raise NotAllowed("This recipe is somebody else's: make one of your own from it.")
    return row


def _kept(row: R) -> R:
    _sum_up(row)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise CodeTaken("A recipe of this name was made just now: take another.").about(
            "slug"
        ) from error
    return row


def content_of(row: Row) -> Content:
    """Return what a recipe comes to, and the hash of what it says.

    The hash is over what stands in it, inner recipes by theirs: not over names and owners.
    """
    if isinstance(row, Preset):
        nodes = [_full(node) for node in row.nodes]
        told: list[Any] = nodes
    else:
        assert isinstance(row, Experience)  # noqa: S101 - there are two kinds
        nodes, told = [], []
        for step in row.steps:
            inner = _inner(step)
            if inner is None:
                nodes.append(_full(step))
                told.append(nodes[-1])
            else:
                content = content_of(inner)
                nodes.extend(content.nodes)
                told.append(content.content_hash)
    written = json.dumps(told, sort_keys=True, separators=(",", ":"))
    once = {json.dumps(node, sort_keys=True): node for node in nodes}
    return Content(tuple(once.values()), hashlib.sha256(written.encode()).hexdigest())


def _inner(step: Mapping[str, Any]) -> Row | None:
    if "preset" in step:
        return Preset.objects.get(pk=step["preset"])
    if "experience" in step:
        return Experience.objects.get(pk=step["experience"])
    return None


def _full(node: Mapping[str, Any]) -> Node:
    """Return a node as it is hashed: what a processor that is installed here lacks is left out."""
    return {
        "processor": node["processor"],
        "params": dict(node.get("params", {})),
        "effects": list(node.get("effects", [])),
    }


def freeze(row: Row) -> None:
    """Let a recipe, and what is in it, stay as it is from now on; in the caller's transaction."""
    if row.frozen_at is not None:
        return
    type(row)._default_manager.filter(pk=row.pk, frozen_at=None).update(frozen_at=Now())
    if isinstance(row, Experience):
        for step in row.steps:
            inner = _inner(step)
            if inner is not None:
                freeze(inner)


def checked_nodes(nodes: Sequence[Mapping[str, Any]], at: str = "nodes") -> list[Node]:
    """Return nodes with what they say checked against the processors' schemas.

    Raises
    ------
    OddValue : its `field` is the path, such as ``nodes.0.params.hop``.
    """
    if not nodes:
        raise OddValue(at, "A recipe runs at least one processor.")
    if len(nodes) > MOST_STEPS:
        raise OddValue(at, f"A recipe has {MOST_STEPS} steps at most.")
    return [_checked(node, f"{at}.{place}") for place, node in enumerate(nodes)]


def _checked(node: Mapping[str, Any], at: str) -> Node:
    found = discover().processors.get(node.get("processor", ""))
    if found is None:
        raise OddValue(f"{at}.processor", f"No processor {node.get('processor')!r} is installed.")
    params = node.get("params") or {}
    if not isinstance(params, dict):
        raise OddValue(f"{at}.params", 'Parameters are an object: {"name": value}.')
    try:
        found.Params.read(params)
    except SignalError as error:
        name = _AT.search(str(error))
        where = f"{at}.params.{name[1]}" if name else f"{at}.params"
        raise OddValue(where.rstrip("."), str(error)) from error
    checked: Node = {"processor": found.id, "params": dict(params)}
    if node.get("effects"):
        checked["effects"] = _checked_effects(node["effects"], at)
    return checked


def _checked_effects(effects: Any, at: str) -> list[JSON]:
    try:
        steps = canonical(from_json(tuple[EffectStep, ...], effects, "effects"))
    except (WireError, SignalError) as error:
        raise OddValue(f"{at}.effects", str(error)) from error
    written = to_json(steps)
    return list(written) if isinstance(written, list) else []


def _checked_steps(
    steps: Sequence[Mapping[str, Any]], actor: Actor, slug: str
) -> list[dict[str, Any]]:
    """Return steps with inner recipes found, as far as the actor may, and no ring among them."""
    if not steps:
        raise OddValue("steps", "An experience has at least one step.")
    if len(steps) > MOST_STEPS:
        raise OddValue("steps", f"An experience has {MOST_STEPS} steps at most.")
    made: list[dict[str, Any]] = []
    for place, step in enumerate(steps):
        at = f"steps.{place}"
        kinds = [name for name in ("preset", "experience", "processor") if step.get(name)]
        if len(kinds) != 1:
            raise OddValue(at, "A step is a preset, an experience or a processor: one of them.")
        if kinds == ["processor"]:
            made.append(_checked(step, at))
            continue
        of: type[Row] = Preset if kinds == ["preset"] else Experience
        seen = of._default_manager.visible_to(actor)
        inner = seen.filter(pk=step[kinds[0]]).first()
        if inner is None:
            raise NotFound(f"There is no such {kinds[0]}, or it is not yours to see.").about(at)
        ring = _ring(inner, slug)
        if ring:
            told = " > ".join([slug, *ring])
            raise OddValue(at, f"It would hold itself: {told}.")
        freeze(inner)
        made.append(
            {
                kinds[0]: str(inner.pk),
                "slug": inner.slug,
                "version": inner.version,
                "hash": content_of(inner).content_hash,
            }
        )
    number = len(content_of(Experience(slug=slug, steps=made)).nodes)
    if number > MOST_NODES:
        raise OddValue("steps", f"It comes to {number} processors, and {MOST_NODES} are the most.")
    return made


def _ring(row: Row, slug: str) -> list[str]:
    """Return the way from a recipe to an experience of that name; empty where there is none."""
    if not isinstance(row, Experience):
        return []
    if row.slug == slug:
        return [slug]
    for step in row.steps:
        inner = _inner(step)
        way = _ring(inner, slug) if inner is not None else []
        if way:
            return [row.slug, *way]
    return []


def with_changes(
    nodes: Iterable[Node], changes: Sequence[Mapping[str, Any]], at: str = "parameters"
) -> list[Node]:
    """Return nodes in which some processors are set otherwise.

    Raises
    ------
    OddValue : a change is of a processor that is not among them, or sets it oddly.
    """
    changed = list(nodes)
    for place, change in enumerate(changes):
        checked = _checked(change, f"{at}.{place}")
        hits = [n for n, node in enumerate(changed) if node["processor"] == checked["processor"]]
        if not hits:
            raise OddValue(
                f"{at}.{place}.processor", f"{checked['processor']!r} is not in this recipe."
            )
        for hit in hits:
            params = {**changed[hit].get("params", {}), **checked["params"]}
            changed[hit] = {**changed[hit], "params": params}
            _checked(changed[hit], f"{at}.{place}")
    return list({json.dumps(node, sort_keys=True): node for node in changed}.values())


def hash_of_nodes(nodes: Iterable[Node]) -> str:
    """Return the hash of a list of nodes, as that of a preset that holds them."""
    written = json.dumps([_full(n) for n in nodes], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _may_make(actor: Actor) -> None:
    if actor.user_id is None or not (actor.is_staff or actor.is_editor):
        raise NotAllowed("Only who may start an analysis makes recipes.")


def _named(name: str) -> str:
    if not name.strip() or len(name) > 120:
        raise OddValue("name", "A name has 1 to 120 characters.")
    return name.strip()


def _free_slug(of: type[Row], wish: str) -> str:
    slug = slug_of(wish)[:60].strip("-")
    if not slug:
        raise OddValue("slug", "The name gives no slug: say one of letters and digits.")
    if of._default_manager.filter(slug=slug).exists():
        raise CodeTaken(f"A recipe is called {slug!r} already: take another name.").about("slug")
    return slug
