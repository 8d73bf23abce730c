"""Every kind of page at each width, in each light and language: its picture, and what is wrong.

    python -m tests.e2e.every_page http://localhost:8000 demo:PASSWORD FOLDER [WORD ...]

opens each page (or those whose names hold a WORD) at each width, in each light and language, puts
its picture into FOLDER, and says what it finds. `test_every_page.py` opens each page once.
"""

import os
import sys
from pathlib import Path

import django

from tests.e2e.browser import chromium, visit
from tests.e2e.page_faults import Words, wrong_with
from tests.e2e.page_kinds import kinds
from tests.e2e.page_looks import LOOKS, open_in, session, window
from tests.e2e.page_stock import made


def main(site: str, staff: str, folder: str, *only: str) -> int:
    """Look at every page in every way; return how many findings there are."""
    name, _, password = staff.partition(":")
    words, out, findings = Words(), Path(folder), 0
    out.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        kept = session(browser, site, (name, password))
        with visit(browser, site, storage_state=kept) as visitor:
            found = made(visitor)
        for look in LOOKS:
            if "LOOKS" in os.environ and f"{look.width}-{look.light}-{look.language}" not in (
                os.environ["LOOKS"].split()
            ):
                continue
            for kind in kinds(found):
                if only and not any(word in kind.route for word in only):
                    continue
                with visit(browser, site, **window(look, None if kind.is_open else kept)) as there:
                    page = open_in(there, kind)
                    told = [*wrong_with(page, look, words, rules=look.light == "light")]
                    told += there.strayed
                    told += [] if kind.is_gone else there.complaints
                    picture = f"{kind.route}.{look.width}-{look.light}-{look.language}.png"
                    page.screenshot(path=out / picture.replace(" ", "_"), full_page=True)
                for each in told:
                    findings += 1
                    print(f"{kind.route} {kind.path} [{look.width} {look.light} {look.language}]:"
                          f" {each}", flush=True)  # fmt: skip
    print(f"{findings} findings")
    return findings


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    sys.exit(bool(main(*sys.argv[1:])))
