"""Compare the GraphQL schema with the committed file: `python -m config.schema [write]`.

`write` brings the file in line, and the client's types with it.
"""

import difflib
import os
import sys

import django

from config import env, site

COMMITTED = env.ROOT / "graphql_api" / "schema.graphql"


def printed() -> str:
    """Return the schema in its own language, as the committed file holds it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from graphql_api.schema import schema  # not before Django is set up

    return f"{schema.as_str().rstrip()}\n"


def main(arguments: list[str]) -> int:
    now = printed()
    if arguments == ["write"]:
        COMMITTED.write_text(now, encoding="utf-8")
        site.of_this_house().generate()
        return 0
    committed = COMMITTED.read_text(encoding="utf-8") if COMMITTED.exists() else ""
    difference = difflib.unified_diff(
        committed.splitlines(), now.splitlines(), "committed", "in the code", lineterm=""
    )
    lines = list(difference)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
