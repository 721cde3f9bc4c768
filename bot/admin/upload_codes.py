"""Why a file that an admin sends, or a page that one names, never reaches the readers of files."""

from __future__ import annotations

from enum import StrEnum


class UploadCode(StrEnum):
    """Codes beside those of corpus/reason.py; below each stand its details."""

    LIES_AT = "lies_at"
    """{host}: like the next, said of what can be taken in"""
    OF_ANOTHER = "of_another"
    """{publisher}, {host}"""
    NOT_HANDED_OUT = "not_handed_out"
    NO_ARTICLE = "no_article"
    """A word or two: 你好"""
    NO_ADDRESS = "no_address"
    """{error}"""
    NO_WEB_ADDRESS = "no_web_address"
    PASSWORD_IN_ADDRESS = "password_in_address"  # noqa: S105 - a code, no password
    NOT_PUBLIC = "not_public"
    """{host}"""
    NOT_FETCHED = "not_fetched"
    """{error}"""
    NO_PAGE_IN_TIME = "no_page_in_time"
    """{seconds}"""
    NO_PAGE = "no_page"
    """{status}: of HTTP"""
    NO_PAGE_TYPE = "no_page_type"
    """{type}, {known}: media types"""
    COMPRESSED = "compressed"
    """{encoding}"""
    PAGE_TOO_LARGE = "page_too_large"
    """{limit}: megabytes"""
