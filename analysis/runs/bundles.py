"""Bundles from the archive's side: packing an experience, and taking back what a site made of it.

The sounds stay where they are. Results are matched to masters by the sha256 of the audio alone;
what matches none is reported. Taken twice, nothing is doubled: the reuse key is that of a run here,
with the library builds of the site.
"""

import hmac
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from analysis.bundle.packing import (
    MANIFEST,
    Bundle,
    BundledNode,
    BundleResults,
    Made,
    OddBundle,
    hash_of,
    read_results,
    unpack,
)
from analysis.core.job import ENGINE_VERSION
from analysis.core.keys import Interval, Recipe, reuse_key
from analysis.core.registry import discover
from analysis.core.sandbox import check_outcome
from analysis.core.wire import to_json
from analysis.errors import NothingToRun
from analysis.models import (
    Computation,
    Experience,
    Preset,
    Result,
    Run,
    RunItem,
    RunItemComputation,
    Status,
)
from analysis.results.superseding import supersede
from analysis.runs.presets import chosen
from analysis.runs.recipes import freeze
from analysis.workers.passes import keep_outcome, key_of
from analysis.workers.standing import settle
from analysis.workers.storing import store
from analysis.workers.strays import ensure_kept, take_part
from archive.access import HOUSE, Actor
from archive.identifiers import new_id
from archive.models import File, Part

_ROOT = Path(__file__).resolve().parents[2]
#: What a site needs to run it, besides the libraries of the lock.
_RUNNER = (
    "analysis/__init__.py",
    "analysis/bridges",
    "analysis/bundle",
    "analysis/core",
    "analysis/io",
    "analysis/processors",
)
_README = """Run this bundle over a folder of sounds. Nothing leaves this machine but numbers.

    python -m venv somewhere; somewhere/bin/pip install -r requirements.lock
    unzip {name} -d {slug}
    cd {slug}; ../somewhere/bin/python -m analysis.bundle run ../{name} FOLDER --out results.zip

Send results.zip back. It holds the checksum, size and measurements of each sound, and no names.
"""


@dataclass
class Taken:
    """What came of taking results."""

    run: Run | None = None
    matched: list[str] = field(default_factory=list)
    """Checksums of sounds that items of the archive show whole."""
    unmatched: list[str] = field(default_factory=list)
    """Checksums of sounds that the archive does not have, or shows parts of alone."""
    rejected: dict[str, str] = field(default_factory=dict)
    """Checksums of sounds that could not be read at the site, and why."""
    made: int = 0
    """Computations that are new here."""
    known: int = 0
    """Computations that were there already."""
    was_taken: bool = False
    """The same results had been taken before."""


def make_bundle(slug: str, out: Path, *, actor: Actor = HOUSE) -> Bundle:
    """Pack an experience, or else a preset, by its slug; what is packed is frozen.

    Raises
    ------
    UnknownPreset : neither is called so.
    NothingToRun : all that it runs makes copies of the sound.
    """
    experience = Experience.objects.visible_to(actor).offered().filter(slug=slug).first()
    what = chosen(preset=slug, experience=experience.pk if experience else None, actor=actor)
    processors = discover().processors
    copies = {
        recipe.processor
        for recipe in what.recipes
        if processors[recipe.processor].kind == "encoder"
        or any(output.kind == "media" for output in processors[recipe.processor].provides)
    }
    nodes = tuple(
        BundledNode(
            recipe.processor,
            recipe.version,
            dict(recipe.params),
            recipe.effects,
            dict(recipe.libraries),
        )
        for recipe in what.recipes
        if recipe.processor not in copies
    )
    if not nodes:
        raise NothingToRun(
            f"All that {slug!r} runs makes copies of the sound, which may not leave."
        )
    _freeze(what.row)
    bundle_id = str(new_id())
    bundle = Bundle(
        id=bundle_id,
        name=what.row.name,
        slug=what.row.slug,
        version=what.row.version,
        content_hash=what.recipe_hash,
        made_at=datetime.now(UTC).isoformat(),
        made_by=settings.BASE_URL,
        engine=ENGINE_VERSION,
        nodes=nodes,
        key=_key_of(bundle_id),
        left_out=tuple(sorted(copies)),
    )
    _pack(bundle, out)
    return bundle


def take_results(path: Path, *, actor: Actor = HOUSE) -> Taken:
    """Take the results of a bundle; taken again, they change nothing.

    Raises
    ------
    OddBundle : they were changed on the way, or are not of a bundle of this archive.
    """
    results = read_results(path, _key_of)
    with path.open("rb") as packed:
        name = f"bundle {hash_of(packed)}"
    taken = Taken()
    earlier = Run.objects.filter(idempotency_key=name).first()
    if earlier is not None:
        taken.run, taken.was_taken = earlier, True
    matches: list[tuple[Made, File, list[Part]]] = []
    for sound in results.sounds:
        if sound.outcome is None:
            taken.rejected[sound.sha256] = sound.rejected
            continue
        parts = _whole_parts(sound.sha256)
        (taken.matched if parts else taken.unmatched).append(sound.sha256)
        if parts:
            matches.append((sound, parts[0].file, parts))
    if matches and earlier is None:
        taken.run = _begin(results, matches, actor, name)
    for sound, file, parts in matches:
        _take_one(path, results, sound, file, parts, taken)
    if taken.run is not None:
        with transaction.atomic():
            settle(taken.run.run_items.values_list("pk", flat=True), runs=[taken.run.pk])
        taken.run.refresh_from_db()
    return taken


@transaction.atomic
def _freeze(row: Preset | Experience) -> None:
    freeze(row)


def _key_of(bundle_id: str) -> str:
    """Return the key that seals a bundle's results: of the archive's secret, kept nowhere."""
    secret = settings.SECRET_KEY.encode()
    return hmac.new(secret, f"analysis bundle {bundle_id}".encode(), sha256).hexdigest()


def _pack(bundle: Bundle, out: Path) -> None:
    coming = out.with_name(f".{out.name}.coming")
    with zipfile.ZipFile(coming, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr(MANIFEST, json.dumps(to_json(bundle), indent=1))
        zip_.writestr("README.txt", _README.format(name=out.name, slug=bundle.slug))
        zip_.write(_ROOT / "requirements.lock", "requirements.lock")
        for path in _sources():
            zip_.write(path, path.relative_to(_ROOT).as_posix())
    coming.replace(out)


def _sources() -> Iterator[Path]:
    for name in _RUNNER:
        path = _ROOT / name
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def _whole_parts(checksum: str) -> list[Part]:
    """Return the parts that show the whole of the file with that checksum."""
    parts = Part.objects.filter(file__sha256=checksum).select_related("file").order_by("pk")
    return [part for part in parts if part.is_whole_file]


@transaction.atomic
def _begin(
    results: BundleResults, matches: list[tuple[Made, File, list[Part]]], actor: Actor, name: str
) -> Run:
    """Write the run that the results came by: who took them, of which recipe, from which bundle."""
    sound, *_ = (made for made, *_ in matches)
    assert sound.outcome is not None  # noqa: S101 - matched ones have one
    row = (
        Experience.objects.filter(content_hash=results.content_hash).order_by("-version").first()
        or Preset.objects.filter(content_hash=results.content_hash).order_by("-version").first()
    )
    run = Run.objects.create(
        requested_by_id=actor.user_id,
        preset=row.slug if row else "bundle",
        preset_version=row.version if row else 1,
        experience=row if isinstance(row, Experience) else None,
        recipe_hash=results.content_hash,
        nodes=[
            {
                "processor": node.processor,
                "version": node.version,
                "params": node.params,
                "effects": to_json(node.effects),
            }
            for node in sound.outcome.nodes
        ],
        origin=f"bundle {results.bundle}, run {results.ran_at}",
        idempotency_key=name,
    )
    items = {part.item_id for _, _, parts in matches for part in parts}
    RunItem.objects.bulk_create(RunItem(run=run, item_id=item) for item in sorted(items))
    return run


def _take_one(
    path: Path,
    results: BundleResults,
    sound: Made,
    file: File,
    parts: list[Part],
    taken: Taken,
) -> None:
    assert sound.outcome is not None  # noqa: S101 - matched ones have one
    assert taken.run is not None  # noqa: S101 - begun before
    recipes = [
        Recipe(node.processor, node.version, node.params, libraries, node.effects)
        for node, libraries in zip(sound.outcome.nodes, sound.libraries, strict=True)
    ]
    keys = [reuse_key(sound.sha256, Interval(), recipe) for recipe in recipes]
    missing = set(keys) - set(
        Computation.objects.filter(key__in=keys, status=Status.DONE).values_list("key", flat=True)
    )
    names = [name for name in results.files if name.startswith(f"{sound.folder}/")]
    with tempfile.TemporaryDirectory(prefix="bundle-", dir=settings.VAR) as root:
        stored = None
        if missing:
            unpack(path, names, Path(root))
            work = Path(root) / sound.folder
            try:
                check_outcome(sound.outcome, work)
            except ValueError as error:
                raise OddBundle(f"The results of {sound.sha256} do not hold: {error}.") from error
            stored = store(sound.outcome, work)
        with transaction.atomic():
            take_part()
            made = _insert(file, recipes, keys) if stored else {}
            if stored:
                ensure_kept(stored)
                told = {node.key: node for node in sound.outcome.nodes}
                rows = {key_of(row): row for row in made.values()}
                nodes = [told[key] for key in rows]
                keep_outcome(rows, nodes, sound.outcome, stored)
            taken.made += len(made)
            taken.known += len(keys) - len(made)
            _show(taken.run, parts, keys)


def _insert(file: File, recipes: list[Recipe], keys: list[str]) -> dict[str, Computation]:
    """Insert what is not there; return what is ours to fill."""
    rows = [
        Computation(
            key=key,
            file=file,
            processor=recipe.processor,
            processor_version=recipe.version,
            params=dict(recipe.params),
            effects=to_json(recipe.effects),
            libraries=dict(recipe.libraries),
        )
        for key, recipe in sorted(zip(keys, recipes, strict=True), key=lambda pair: pair[0])
    ]
    Computation.objects.bulk_create(rows, ignore_conflicts=True)
    ours = Computation.objects.filter(pk__in=[row.pk for row in rows])
    return {row.key: row for row in ours.order_by("key").select_for_update(no_key=True)}


def _show(run: Run, parts: Iterable[Part], keys: list[str]) -> None:
    """Let the items show what is done, and say in the run that they have it."""
    done = list(Computation.objects.filter(key__in=keys, status=Status.DONE))
    items: dict[UUID, UUID] = dict(run.run_items.values_list("item", "pk"))
    mine = [part for part in parts if part.item_id in items]
    RunItemComputation.objects.bulk_create(
        (
            RunItemComputation(run_item_id=items[part.item_id], part=part, computation=row)
            for part in mine
            for row in done
        ),
        ignore_conflicts=True,
    )
    Result.objects.bulk_create(
        (Result(item_id=part.item_id, part=part, computation=row) for part in mine for row in done),
        ignore_conflicts=True,
    )
    supersede({part.item_id for part in mine}, [row.pk for row in done])
