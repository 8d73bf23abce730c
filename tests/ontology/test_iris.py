"""The IRI of a thing is its page, and is read back to the same thing."""

import pytest

from ontology import iris
from ontology.mappings.registry import REGISTRY
from tests.ontology.whole import concept


@pytest.mark.parametrize("kind", REGISTRY)
@pytest.mark.parametrize("key", ["X_1", "a.b-c", "dé jà/vu", "100%"])
def test_what_is_minted_is_read_back(kind: str, key: str) -> None:
    wanted = f"keywords/{key}" if kind in iris.UNDER else key
    if kind in iris.UNDER and "/" in key:
        return  # a slug holds no slash, and its scheme's ends at the first
    if "/" in key and kind == "scheme":
        wanted = key.replace("/", "-")
    read = iris.parse(iris.mint(kind, wanted, "signal"))
    assert read == iris.IriParts(kind, wanted, "signal")


@pytest.mark.parametrize(
    "odd", ["/items/", "/items/a/b", "/vocabularies/a/b/c", "/vocabularies/a/", "/nothing/a", "/x"]
)
def test_what_is_no_address_of_ours_is_not_read(odd: str) -> None:
    assert iris.parse(f"{iris.base()}{odd}") is None
    assert iris.parse(f"https://elsewhere.example{odd}") is None


@pytest.mark.django_db
def test_a_concept_stands_under_its_scheme() -> None:
    mask = concept("keywords", "Mask dance")
    assert iris.iri_of(mask) == f"{iris.base()}/vocabularies/keywords/mask-dance"
    assert iris.iri_of(mask.scheme) == f"{iris.base()}/vocabularies/keywords"
