"""A published store without a database, for what concerns queries alone."""

from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from ontology import generations, iris

TITLES = 400
SECRET = "what the state graph holds"


def publish_store(directory: Path) -> Store:
    """Titles of some items in the public graph, and something in another that nobody may see."""
    directory.mkdir(parents=True, exist_ok=True)
    store = Store()
    graph = NamedNode(iris.public_graph())
    title = NamedNode("http://purl.org/dc/terms/title")
    store.extend(
        Quad(NamedNode(iris.mint("item", f"I{n}")), title, Literal(f"Title {n} aaaaaaaa!"), graph)
        for n in range(TITLES)
    )
    state = NamedNode("urn:sonotheque:state")
    store.add(Quad(state, title, Literal(SECRET), state))
    on_disk = Store(str(directory / "store"))
    data = store.dump(format=RdfFormat.N_QUADS)
    on_disk.load(input=data, format=RdfFormat.N_QUADS)
    generations.publish(on_disk, directory)
    return on_disk
