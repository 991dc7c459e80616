"""What a browser may do with a page of ours: said in the page, and in headers where a host lets us.

One table makes all of it, so that a page and the server before it never say two things. The terms
are those of the Content Security Policy (W3C) and of the headers that MDN documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_PAGE = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""Own files only, nothing inline, no object; a frame shows an embed before it is copied."""
REFERRER = "same-origin"
"""A source that a reader follows is not told where the reader came from."""


def _written(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {allowed}" for name, allowed in directives.items())


IN_PAGE = _written(_PAGE)
"""The policy as a page carries it: `frame-ancestors` means nothing there."""
IN_HEADER = _written({**_PAGE, "frame-ancestors": "'none'"})
"""The same in a header, where it also forbids others to frame the page."""
_EMBED = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "base-uri": "'none'",
    "form-action": "'none'",
}
EMBEDDED_PAGE = _written(_EMBED)
"""The policy of what is made to stand in pages of others, as it carries it: no script, no font."""
EMBEDDED = _written({**_EMBED, "frame-ancestors": "*"})
"""The same in a header: any page may frame it."""

Headers = Mapping[str, str]

EVERYWHERE: Headers = {
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": REFERRER,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
PAGES: Headers = {
    "Content-Security-Policy": IN_HEADER,
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
OWN_ONLY: Headers = {"Cross-Origin-Resource-Policy": "same-origin"}
"""No page of others loads it."""
SHARED: Headers = {
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
}
"""Data, feeds and pictures, which others may read and show in pages of their own."""
EMBEDS: Headers = {"Content-Security-Policy": EMBEDDED, **SHARED}

SHARED_FOLDERS = frozenset({"data", "feeds", "figures"})
EMBED_FOLDER = "embed"


def rules(folders: Iterable[str]) -> dict[str, Headers]:
    """Give headers by path, '*' for the rest of one; `folders` are the first parts of addresses.

    No two rules that meet set the same header: hosts differ in what they make of that.
    """
    found: dict[str, Headers] = {"/*": EVERYWHERE}
    for path in ("/", "/index.html", "/404.html"):
        found[path] = {**PAGES, **OWN_ONLY}
    for name in sorted({*folders, *SHARED_FOLDERS} - {EMBED_FOLDER}):
        found[f"/{name}/*"] = {**PAGES, **(SHARED if name in SHARED_FOLDERS else OWN_ONLY)}
    return {**found, f"/{EMBED_FOLDER}/*": EMBEDS}
