"""A zip of XML parts (docx, xlsx, ofd) opened without trust: sizes limited while unpacking, no entities, no paths.

Members are read into memory by name and never written anywhere, so that a name such as `../../etc/passwd` is only a
name. Document type declarations are refused outright: no office format has them, and without them there are no
entities to expand and nothing external to fetch.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import IO, TYPE_CHECKING
from xml.etree import ElementTree

from planparse.errors import ReadError
from planparse.reading.formats import part_name

if TYPE_CHECKING:
    from types import TracebackType
    from xml.etree.ElementTree import Element

__all__ = ["Archive", "attribute", "child", "children", "local", "parse_xml", "refuse_declarations"]

MAX_MEMBERS = 20_000
MAX_MEMBER_BYTES = 64 * 2**20
MAX_TOTAL_BYTES = 256 * 2**20
# Office XML packs 10:1 to 60:1; a bomb 1000:1. Small members may exceed it.
MAX_RATIO = 300
RATIO_FREE_BYTES = 4 * 2**20
CHUNK = 2**20

DECLARATIONS = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))
ANEW = "open it in its program and save it anew"


class Archive:
    """The members of a zip file, read by name within limits. Every failure is a ReadError."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise ReadError("is a damaged or cut-off zip file", "fetch or save it anew") from None
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS:
            raise ReadError(f"holds {len(members)} parts, which no document has", ANEW)
        self._members = {part_name(member.filename): member for member in members}
        self._unpacked = 0

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return part_name(name) in self._members

    def names(self) -> list[str]:
        """The members' names, in small letters."""
        return list(self._members)

    def read(self, name: str) -> bytes:
        """The content of a member. Raises ReadError where it is missing, encrypted, damaged or too large."""
        member = self._members.get(part_name(name))
        if member is None:
            raise ReadError(f"lacks its part {name}", ANEW)
        if member.flag_bits & 0x1:
            raise ReadError("is encrypted with a password", "save it without one")
        try:
            with self._zip.open(member) as stream:
                return self._unpack(stream, member)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
            raise ReadError(f"is damaged in its part {name}", "fetch or save it anew") from None

    def _unpack(self, stream: IO[bytes], member: zipfile.ZipInfo) -> bytes:
        # The sizes in a zip's directory are claims; only what really comes out counts.
        content = bytearray()
        while chunk := stream.read(CHUNK):
            content += chunk
            self._unpacked += len(chunk)
            ratio = len(content) / max(member.compress_size, 1)
            too_large = len(content) > MAX_MEMBER_BYTES or self._unpacked > MAX_TOTAL_BYTES
            if too_large or (len(content) > RATIO_FREE_BYTES and ratio > MAX_RATIO):
                raise ReadError("unpacks to far more than a document holds (a zip bomb?)", ANEW)
        return bytes(content)

    def xml(self, name: str) -> Element:
        """The root of an XML member. Raises ReadError for what is no plain XML."""
        return parse_xml(self.read(name), name)

    def relations(self, name: str) -> dict[str, str]:
        """The targets of an OOXML part's relations by id, as member names; links that lead out of the file are left."""
        folder, base = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path not in self:
            return {}
        targets = {}
        for relation in self.xml(path):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                targets[relation.get("Id", "")] = target.lstrip("/")
        return targets


def parse_xml(content: bytes, name: str) -> Element:
    """The root of an XML document without a document type. Raises ReadError."""
    refuse_declarations(content, name)
    try:
        return ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise ReadError(f"is damaged in its part {name}", "fetch or save it anew") from None


def refuse_declarations(content: bytes, name: str) -> None:
    """Raises ReadError where XML declares a document type, the door to entities and external references."""
    if any(mark in content for mark in DECLARATIONS):
        raise ReadError(f"declares a document type in its part {name}, which may hide an attack", ANEW)


def local(element: Element) -> str:
    """An element's name without its namespace (strict and transitional OOXML, all OFD editions differ in it alone)."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :]


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name without namespace."""
    for key, value in element.items():
        if key[key.rfind("}") + 1 :] == name:
            return value
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of names without namespaces."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def children(element: Element | None, *path: str) -> list[Element]:
    """What stands in the first descendant along a path of names without namespaces; nothing where there is none."""
    found = child(element, *path)
    return [] if found is None else list(found)
