"""XML as it is read from strangers: no entities, no document types, nothing fetched."""

from xml.etree import ElementTree as Tree

from analysis.exchange.document import OddFile


def element_of(data: bytes, root: str) -> Tree.Element:
    """Return the root element of a file.

    Raises
    ------
    OddFile : it is no XML, has another root, or declares entities.
    """
    if b"<!ENTITY" in data:
        raise OddFile("The file declares entities, which are not read.")
    try:
        found = Tree.fromstring(data)  # noqa: S314 - entities, the danger of it, were refused
    except Tree.ParseError as error:
        raise OddFile(f"This is no XML: {error}.") from error
    if found.tag != root:
        raise OddFile(f"The root of the file is {found.tag!r}; {root!r} is wanted.")
    return found


def written(root: Tree.Element) -> bytes:
    """Return an element as a file, indented."""
    Tree.indent(root)
    told: bytes = Tree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return told + b"\n"
