"""Running a bundle over a folder of sounds: no Django, no database, no network.

Each sound goes through the same sandbox as in the archive. Of the sound its checksum, its size and
what was measured go into the results; its name, its place and its samples stay.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from analysis.bundle.packing import (
    Bundle,
    BundleResults,
    Made,
    OddBundle,
    hash_of,
    read_bundle,
    write_results,
)
from analysis.core import sandbox
from analysis.core.effects import builds_of_effects
from analysis.core.errors import ChildCrashed, ChildTimedOut, SignalError, SourceRejected
from analysis.core.job import ENGINE_VERSION, Job, Node, Outcome
from analysis.core.keys import Interval, Recipe, reuse_key
from analysis.core.registry import ProcessorClass, builds_of, discover

Say = Callable[[str], None]


def run_bundle(bundle_path: Path, folder: Path, out: Path, say: Say = print) -> BundleResults:
    """Run a bundle over every file of a folder, and write its results.

    Raises
    ------
    OddBundle : it is none, or asks for another version of a processor than is installed.
    """
    bundle = read_bundle(bundle_path)
    processors = _installed(bundle)
    sounds = sorted(path for path in folder.rglob("*") if path.is_file() and path != out)
    if not sounds:
        raise OddBundle(f"There is no file in {folder}.")
    with _work() as root:
        made = [
            _run_one(bundle, processors, path, root, number, say)
            for number, path in enumerate(sounds)
        ]
        results = BundleResults(
            bundle=bundle.id,
            content_hash=bundle.content_hash,
            ran_at=datetime.now(UTC).isoformat(),
            sounds=tuple(made),
            files=dict(_checksums(root)),
        )
        write_results(out, results, root, bundle.key)
    well = sum(each.outcome is not None for each in made)
    say(f"{well} of {len(made)} sounds were analysed; the results are in {out}.")
    return results


def _installed(bundle: Bundle) -> list[ProcessorClass]:
    if bundle.engine != ENGINE_VERSION:
        raise OddBundle(f"The bundle is for the engine {bundle.engine}; {ENGINE_VERSION} is here.")
    found = discover().processors
    for node in bundle.nodes:
        here = found.get(node.processor)
        if here is None or here.version != node.version:
            version = "none" if here is None else here.version
            raise OddBundle(
                f"The bundle asks for {node.processor} {node.version}, and {version} is installed: "
                "install what its requirements.lock names."
            )
        if here.kind == "encoder":
            raise OddBundle(f"{node.processor} makes copies of the sound, which may not leave.")
    return [found[node.processor] for node in bundle.nodes]


def _run_one(
    bundle: Bundle,
    processors: list[ProcessorClass],
    path: Path,
    root: Path,
    number: int,
    say: Say,
) -> Made:
    with path.open("rb") as file:
        sha256 = hash_of(file)
    size = path.stat().st_size
    builds = tuple(
        builds_of(processor) | builds_of_effects(node.effects)
        for processor, node in zip(processors, bundle.nodes, strict=True)
    )
    recipes = [
        Recipe(node.processor, node.version, node.params, libraries, node.effects)
        for node, libraries in zip(bundle.nodes, builds, strict=True)
    ]
    name = f"files/{number}"
    work = root / name
    work.mkdir(parents=True)
    work.chmod(0o777)  # the child works as another user where it can
    job = Job(
        nodes=tuple(
            Node(node_key(sha256, recipe), recipe.processor, recipe.version, dict(recipe.params),
                 recipe.effects)
            for recipe in recipes
        ),
        work=str(work),
    )  # fmt: skip
    try:
        outcome = sandbox.run_pass(job, path)
    except SourceRejected as error:
        return _refused(work, sha256, size, error.reason, path, say)
    except (ChildCrashed, ChildTimedOut, SignalError) as error:
        return _refused(work, sha256, size, str(error), path, say)
    kept = _without_sound(outcome, work)
    states = ", ".join(f"{n.processor} {n.status}" for n in kept.nodes if n.status != "done")
    say(f"{path.name}: {kept.sound.duration:.1f} s{' - ' + states if states else ''}")
    return Made(sha256, size, name, "", kept, builds)


def node_key(sha256: str, recipe: Recipe) -> str:
    """Return the name of a computation within a result file: the archive gives the same."""
    return f"{recipe.processor}-{reuse_key(sha256, Interval(), recipe)[:16]}"


def _refused(work: Path, sha256: str, size: int, why: str, path: Path, say: Say) -> Made:
    shutil.rmtree(work, ignore_errors=True)
    say(f"{path.name}: {why}")
    return Made(sha256, size, "", why.splitlines()[0][:500])


def _without_sound(outcome: Outcome, work: Path) -> Outcome:
    """Return it without media, which could be heard, and without what the logs of a site say."""
    nodes = []
    for node in outcome.nodes:
        kept = tuple(output for output in node.outputs if output.kind != "media")
        for output in node.outputs:
            if output.kind == "media":
                for name in output.files:
                    (work / name).unlink(missing_ok=True)
        nodes.append(replace(node, outputs=kept, detail=""))
    return replace(outcome, nodes=tuple(nodes))


def _checksums(root: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                yield path.relative_to(root).as_posix(), hash_of(file)


@contextmanager
def _work() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="bundle-") as folder:
        root = Path(folder)
        root.chmod(0o755)
        yield root
