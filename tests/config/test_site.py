"""The site is built when its sources change, and only then; a failed build leaves the old one."""

import json
from pathlib import Path

import pytest

from config.site import BuildFailed, Site

#: A build that needs no package: it copies a source, as slowly as Node starts.
BUILD = (
    "node -e \"const f=require('fs');const o=process.env.SONOTHEQUE_SITE;"
    "f.mkdirSync(o,{recursive:true});f.copyFileSync('src/main.ts',o+'/main.js')\""
)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    folder = tmp_path / "sono thèque"
    sources = folder / "frontend"
    (sources / "src").mkdir(parents=True)
    (sources / "pages").mkdir()
    (sources / "src" / "main.ts").write_text("1")
    # One script calls another: npm must be found where Node is.
    scripts = {"build": "npm run copy", "copy": BUILD, "check": "exit 3"}
    package = {"name": "x", "version": "1.0.0", "scripts": scripts}
    (sources / "package.json").write_text(json.dumps(package))
    lock = {"name": "x", "version": "1.0.0", "lockfileVersion": 3, "packages": {"": package}}
    (sources / "package-lock.json").write_text(json.dumps(lock))
    return Site(
        sources, folder / "schema.graphql", folder / "var" / "node", folder / "var" / "site"
    )


def test_unchanged_sources_are_not_built_again(site: Site) -> None:
    assert site.build()
    assert (site.built / "main.js").read_text() == "1"
    assert not site.build()
    (site.sources / "pages" / "views.py").write_text("Django's part is not a source of the site")
    assert not site.build()
    (site.sources / "src" / "main.ts").write_text("2")
    assert site.build()
    assert (site.built / "main.js").read_text() == "2"


def test_nothing_is_written_among_the_sources(site: Site) -> None:
    before = sorted(site.sources.rglob("*"))
    site.build()
    assert sorted(site.sources.rglob("*")) == before


def test_a_removed_source_is_gone_from_the_work_folder(site: Site) -> None:
    extra = site.sources / "src" / "old.ts"
    extra.write_text("")
    site.build()
    extra.unlink()
    site.build()
    assert not (site.work / "src" / "old.ts").exists()


def test_a_failed_build_says_why_and_leaves_the_served_site(site: Site) -> None:
    site.build()
    (site.sources / "src" / "main.ts").rename(site.sources / "src" / "other.ts")
    with pytest.raises(BuildFailed, match=r"main\.ts"):
        site.build()
    assert (site.built / "main.js").read_text() == "1"


def test_a_failed_check_is_a_failure(site: Site) -> None:
    with pytest.raises(BuildFailed, match="npm run check failed"):
        site.check()


def test_packages_are_installed_anew_when_the_lock_changes(site: Site) -> None:
    site.build()
    stamp = site.work / "node_modules" / ".lock"
    first = stamp.read_text()
    lock = site.sources / "package-lock.json"
    lock.write_text(lock.read_text() + "\n")
    assert site.build()
    assert stamp.read_text() != first
