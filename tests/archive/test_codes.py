"""Code templates: real archives' codes, what they mint, and that no code makes them slow (T-07)."""

import re
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.code_language import (
    LONGEST_TEMPLATE,
    Field,
    FieldKind,
    Group,
    OddTemplate,
    Part,
    Text,
)
from archive.codes import CannotMint, Series, Template
from tests.pace import allowed

POLICIES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).resolve().parents[2] / "fixtures" / "code_policies.toml").read_text("utf-8")
)["policy"]


@pytest.mark.parametrize("policy", POLICIES, ids=[each["slug"] for each in POLICIES])
def test_real_archives_codes_are_told_apart(policy: dict[str, Any]) -> None:
    """T-07: CREM's grammar (published and unpublished, collections and items) and Poitiers'."""
    template, collection = Template.read(policy["template"]), policy.get("collection", "")
    for code in policy["fits"]:
        spelled = template.spelled(code, collection=collection)
        assert spelled is not None, code
        assert template.spell(spelled) == code
        assert spelled.number is not None
    for code in policy["odd"]:
        assert not template.accepts(code, collection=collection), code
    assert template.accepts(template.example(collection=collection), collection=collection)
    if "example" in policy:
        assert template.accepts(policy["example"], collection=collection)


@pytest.mark.parametrize("policy", POLICIES, ids=[each["slug"] for each in POLICIES])
def test_a_series_reads_the_numbers_of_its_codes(policy: dict[str, Any]) -> None:
    mints = policy["mints"]
    template, collection = Template.read(policy["template"]), policy.get("collection", "")
    series = template.series(
        collection=collection, year=mints.get("year"), given=mints.get("given", ())
    )
    numbers = [
        found[1] for code in mints["after"] if (found := re.match(series.pattern, code)) is not None
    ]
    highest = max(numbers, key=int, default="")
    width = len(highest) or series.most
    assert series.code(int(highest or 0) + 1, width) == mints["next"]
    assert template.accepts(mints["next"], collection=collection)


ODD = {
    "empty": ("", "empty"),
    "spaces alone": ("   ", "empty"),
    "a regular expression": ("[A-Z]+", "separator"),
    "a star": ("A*", r"'\*' cannot stand"),
    "an unknown field": ("{month:2}", "no field {month}"),
    "a field without its number": ("{digits}", "Say how many"),
    "a year with one": ("{year:2}", "its own length"),
    "a range upside down": ("{digits:3-2}", "the fewer first"),
    "nothing of something": ("{digits:0}", "from 1"),
    "two running numbers": ("{number:2}_{number:2}", "only once"),
    "a number that may be left out": ("A[_{number:2}]", "cannot be left out"),
    "a group without its end": ("A[_{digits:2}", "has no ]"),
    "a group that begins without a separator": ("A[{digits:2}]", "separator"),
    "too deep": ("A[_{digits:1}[_{digits:1}[_{digits:1}[_{digits:1}]]]]", "in each other"),
    "too many groups": ("A" + "[_{digits:1}]" * 9, "At most 8"),
    "where one ends nobody knows": ("{digits:1-3}{letters:1-3}", "nobody could tell"),
    "a group before a letter": ("A[_{digits:2}]B", "nobody could tell"),
    "codes that end in a separator": ("A_{digits:2}_", "would look like"),
    "codes that are too long": ("A" * 130, "at most 128"),
    "a template that is too long": ("A" * (LONGEST_TEMPLATE + 1), "at most 500"),
    "nothing beside a bar": ("A_{digits:2} |", "one side"),
    "an accent": ("É_{digits:2}", "cannot stand"),
}


@pytest.mark.parametrize("case", ODD)
def test_an_odd_template_says_what_is_odd(case: str) -> None:
    text, words = ODD[case]
    with pytest.raises(OddTemplate, match=words) as odd:
        Template.read(text)
    assert odd.value.field == "template"


def test_a_template_says_what_it_means() -> None:
    template = Template.read("CNRSMH_E_{year}_{digits:3}[_{letters:1-2}] | X{alnum:4}")
    assert template.in_words() == (
        '"CNRSMH_E_", a year, "_", 3 digits, possibly ("_", 1 to 2 letters); or "X", '
        "4 letters or digits"
    )


@pytest.mark.parametrize(
    ("template", "given", "words"),
    [
        ("A_{year}_{digits:3}", (), "no running number"),
        ("A_{digits:3}_{number:3}", (), "write the code yourself"),
        ("A_{digits:3}_{number:3}", ("01",), "'01' cannot stand where the code holds 3 digits"),
        ("A_{year}_{number:3}", (), "hold a year"),
        ("{collection}_{number:3}", (), "say which"),
    ],
)
def test_what_only_a_person_knows_is_not_minted(
    template: str, given: tuple[str, ...], words: str
) -> None:
    with pytest.raises(CannotMint, match=words):
        Template.read(template).series(given=given)


def test_a_number_that_would_not_fit_is_no_code() -> None:
    with pytest.raises(CannotMint):
        Series("A_", "", 3, 3).code(10**9, 3)
    with pytest.raises(CannotMint):
        Series("A" * 126 + "_", "", 3, 3).code(1, 3)


# Any template that our grammar can write, and its codes.

_separators = st.sampled_from(["_", "-", "."])
_literals = st.text("ABCxyz09", min_size=1, max_size=4)


@st.composite
def _fields(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["digits", "letters", "alnum"]))
    least = draw(st.integers(1, 4))
    most = draw(st.integers(least, 5))
    return f"{{{kind}:{least}}}" if least == most else f"{{{kind}:{least}-{most}}}"


@st.composite
def _templates(draw: st.DrawFn) -> str:
    begin = draw(st.sampled_from(["{collection}", "{year}", "AB"]))
    steps = draw(st.lists(st.one_of(_fields(), _literals), max_size=3))
    least = draw(st.integers(1, 4))
    number = f"{{number:{least}}}" if draw(st.booleans()) else f"{{number:{least}-{least + 1}}}"
    text = begin + "".join(draw(_separators) + step for step in [*steps, number])
    for _ in range(draw(st.integers(0, 3))):
        inner = draw(_separators) + draw(st.one_of(_fields(), _literals))
        if draw(st.booleans()):
            inner += f"[{draw(_separators)}{draw(_fields())}]"
        text += f"[{inner}]"
    return text


def _fill(parts: tuple[Part, ...], draw: Callable[..., Any], collection: str) -> str:
    said = []
    for part in parts:
        if isinstance(part, Text):
            said.append(part.text)
        elif isinstance(part, Group):
            said.append(_fill(part.parts, draw, collection) if draw(st.booleans()) else "")
        else:
            said.append(_filled(part, draw, collection))
    return "".join(said)


def _filled(field: Field, draw: Callable[..., Any], collection: str) -> str:
    if field.kind is FieldKind.COLLECTION:
        return collection
    if field.kind is FieldKind.YEAR:
        return str(draw(st.integers(1000, 2999)))
    if field.kind is FieldKind.NUMBER:
        return f"{draw(st.integers(0, 10**6)):0{draw(st.integers(field.least, field.most))}d}"
    letters = {"digits": "0123456789", "letters": "abXY", "alnum": "aB09"}[field.kind]
    return str(draw(st.text(letters, min_size=field.least, max_size=field.most)))


@settings(max_examples=300, deadline=None)
@given(st.data(), _templates())
def test_a_code_is_taken_apart_and_put_together_again(data: st.DataObject, text: str) -> None:
    template, collection = Template.read(text), "COL-1.a"
    code = _fill(template.alternatives[0], data.draw, collection)
    spelled = template.spelled(code, collection=collection)
    assert spelled is not None, (text, code)
    assert template.spell(spelled) == code


@settings(max_examples=300, deadline=None)
@given(_templates(), st.integers(1, 10**7), st.integers(1, 6), st.data())
def test_what_a_template_mints_it_accepts(
    text: str, number: int, width: int, data: st.DataObject
) -> None:
    template, collection = Template.read(text), "COL-1.a"
    firm = [part for part in template.alternatives[0] if isinstance(part, Field) and part.is_free]
    known = [_filled(field, data.draw, collection) for field in firm]
    series = template.series(collection=collection, year=1970, given=known)
    code = series.code(number, min(max(width, series.least), series.most))
    spelled = template.spelled(code, collection=collection)
    assert spelled is not None, (text, code)
    assert spelled.number == number
    found = re.match(series.pattern, code)
    assert found is not None
    assert int(found[1]) == number


@settings(max_examples=100, deadline=None)
@given(_templates(), st.text("A_0-.9a", max_size=128))
def test_no_code_makes_a_template_slow(text: str, code: str) -> None:
    begun = time.process_time()
    Template.read(text).accepts(code * (128 // max(1, len(code))), collection="COL-1.a")
    took = time.process_time() - begun
    assert took < 0.2 or took < allowed(0.2)


def test_the_worst_that_can_be_written_is_quick() -> None:
    groups = "".join("[_{alnum:1-40}]" for _ in range(8))
    template = Template.read(" | ".join(["A" + groups] * 4)[:LONGEST_TEMPLATE].rsplit(" | ", 1)[0])
    begun = time.process_time()
    for code in ("A" + "_a1" * 42 + "-", "A" + "_" + "a" * 60, "A" + "_a" * 60):
        template.accepts(code[:128].rstrip("_-"))
        template.accepts("A" + "_a" * 9 + ".b")
    assert time.process_time() - begun < allowed(0.5)
