"""SciPy's compiled loops without its packages, which take longer to import than a short pass.

`import scipy.signal` takes 1.4 s of a child's life and `import scipy.fft` 0.4 s; the two functions
used here live in one extension module each. These are private to SciPy: each user of this module
checks what it was given against a known answer and falls back on the public function.
"""

import importlib.machinery
import importlib.util
from pathlib import Path
from typing import Any


def extension(folder: str, name: str) -> Any:
    """Load one extension module of SciPy from its file.

    Raises
    ------
    ImportError : it is not there, or cannot be loaded alone.
    """
    package = importlib.util.find_spec("scipy")
    root = Path((package.submodule_search_locations or [""])[0]) if package else Path()
    found = [
        path
        for suffix in importlib.machinery.EXTENSION_SUFFIXES
        for path in (root / folder).glob(f"{name}{suffix}")
    ]
    if not found:
        raise ImportError(f"scipy has no {folder}/{name}")
    loader = importlib.machinery.ExtensionFileLoader(name, str(found[0]))
    spec = importlib.util.spec_from_file_location(name, found[0], loader=loader)
    if spec is None:
        raise ImportError(str(found[0]))
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module
