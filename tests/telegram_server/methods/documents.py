"""Files, in both directions."""

from __future__ import annotations

from typing import Any

from tests.telegram_server.methods.messages import addressed, sent
from tests.telegram_server.rules.text import caption_problems
from tests.telegram_server.sent import Document
from tests.telegram_server.wire import Json
from tests.telegram_server.world import World

LARGEST_UPLOAD = 50 * 2**20
LARGEST_PHOTO = 10 * 2**20
LARGEST_DOWNLOAD = 20 * 2**20


def send_document(world: World, parameters: Json) -> Json:
    caption, entities = parameters.get("caption", ""), parameters.get("caption_entities") or []
    world.none_of(caption_problems(caption, entities))
    document = _document(world, parameters)
    message = addressed(world, parameters)
    message.text, message.entities, message.document = caption, entities, document
    world.transcript.append(f"机器人 📄 {document.name}")
    return sent(world, message)


def send_photo(world: World, parameters: Json) -> Json:
    caption, entities = parameters.get("caption", ""), parameters.get("caption_entities") or []
    world.none_of(caption_problems(caption, entities))
    photo = _document(world, parameters, "photo")
    world.rule(len(photo.content) <= LARGEST_PHOTO, f"Request Entity Too Large: {len(photo.content)}")
    world.rule(photo.content.startswith((b"\xff\xd8", b"\x89PNG")), "IMAGE_PROCESS_FAILED")
    message = addressed(world, parameters)
    message.text, message.entities, message.photo = caption, entities, photo
    world.transcript.append(f"机器人 🖼 {caption}")
    return sent(world, message)


def get_file(world: World, parameters: Json) -> Json:
    name = str(parameters["file_id"])
    world.rule(name in world.files, f"invalid file_id: {name}")
    if world.file_sizes[name] > LARGEST_DOWNLOAD:
        world.refuse("file is too big")
    about: Json = {"file_id": name, "file_unique_id": f"unique-{name}", "file_size": world.file_sizes[name]}
    return about | {"file_path": f"documents/{name}"}


def _document(world: World, parameters: Json, field: str = "document") -> Document:
    """What was uploaded, or sent before under a file_id."""
    given = parameters[field]
    if isinstance(given, str) and given.startswith("attach://"):
        given = parameters[given.removeprefix("attach://")]
    if isinstance(given, str):
        world.rule(given in world.files, f"wrong file identifier/HTTP URL specified: {given}")
        return world.files[given]
    document: Document = given
    world.rule(bool(document.name), "a file without a name")
    world.rule("/" not in document.name and len(document.name.encode()) <= 255, f"no phone could keep this file name: {document.name}")
    world.rule(len(document.content) > 0, "file must be non-empty")
    world.rule(len(document.content) <= LARGEST_UPLOAD, f"Request Entity Too Large: {len(document.content)}")
    return document


METHODS: dict[str, Any] = {"sendDocument": send_document, "sendPhoto": send_photo, "getFile": get_file}
