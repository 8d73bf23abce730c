"""`python -m analysis.bridges [write]`: compare the lists with the libraries, or make them anew."""

import json
import sys
from importlib.metadata import version

from analysis.bridges.listed import HERE, Algorithm, Listing
from analysis.core.wire import to_json


def text_of(library: str) -> str:
    """Return the list of a library as it is installed here."""
    found: list[Algorithm]
    if library == "essentia":
        from analysis.bridges import essentia_signatures

        found = essentia_signatures.algorithms()
    else:
        from analysis.bridges import librosa_signatures

        found = librosa_signatures.algorithms()
    told = to_json(Listing(library, version(library), tuple(found)))
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Write both, or say which no longer holds."""
    different = 0
    for library in ("essentia", "librosa"):
        path, text = HERE / f"{library}.json", text_of(library)
        if arguments == ["write"]:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.stderr.write(f"{path.name} is not what {library} declares: write it anew.\n")
            different = 1
    return different


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
