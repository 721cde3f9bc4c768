"""Plain text: decoded, with the address left to the metadata."""

from corpus.formats.text import parse


def test_text_and_its_url_convention() -> None:
    document = parse("URL: https://example.com/1\n正文。".encode("gb18030"))
    assert document.text == "URL: https://example.com/1\n正文。"
    assert document.url_line
