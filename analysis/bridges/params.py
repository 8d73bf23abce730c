"""The parameters of a bridge: an algorithm by its name, and its own parameters."""

from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from analysis.bridges.listed import Algorithm, listing
from analysis.core.params import Params
from analysis.core.wire import JSON


@dataclass(frozen=True)
class BridgeParams(Params):
    """A subclass names the library and the default."""

    library: ClassVar[str]
    default: ClassVar[str]
    own: ClassVar[dict[str, dict[str, JSON]]] = {}
    """JSON Schema of what a subclass adds."""

    algorithm: str = ""
    parameters: dict[str, JSON] = field(default_factory=dict)

    @classmethod
    def params_schema(cls) -> dict[str, JSON]:
        return listing(cls.library).schema(cls.default, dict(cls.own))

    @classmethod
    def read(cls, data: dict[str, JSON]) -> Self:
        """Return them with every default of the library filled in."""
        params = super().read(data)
        named = params.algorithm or cls.default
        filled = listing(cls.library).get(named).with_defaults(params.parameters)
        return replace(params, algorithm=named, parameters=filled)

    @property
    def listed(self) -> Algorithm:
        return listing(self.library).get(self.algorithm or self.default)
