"""JSON as it comes in: bounded in size and depth, and never NaN."""

import orjson

from graphql_api.errors import Code, Refused

LARGEST_BODY = 256 * 1024
DEEPEST_JSON = 32


def read_json(text: str | bytes) -> object:
    """Return what the JSON says; Refused for what is no JSON, too large or too deep.

    orjson refuses NaN and infinities, and its own recursion is bounded; the walk below is not
    recursive, so that no depth brings down the interpreter.
    """
    if len(text) > LARGEST_BODY:
        raise too_large()
    try:
        value: object = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise Refused(Code.INVALID, "The request's body cannot be read as JSON.") from None
    level: list[object] = [value]
    for _ in range(DEEPEST_JSON):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return value
    raise Refused(Code.TOO_LARGE, f"The JSON is nested more than {DEEPEST_JSON} deep.")


def read_object(text: str | bytes) -> dict[str, object]:
    """Return a JSON object; Refused for any other value (a batch among them)."""
    value = read_json(text)
    if isinstance(value, dict):
        return value
    what = "A list of operations" if isinstance(value, list) else "This"
    raise Refused(Code.INVALID, f"{what} is no GraphQL request: send one JSON object.")


def too_large(limit: int = LARGEST_BODY) -> Refused:
    shown = f"{limit >> 10} KB" if limit < 1 << 21 else f"{limit >> 20} MB"
    return Refused(Code.TOO_LARGE, f"The request is larger than {shown}.")


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
