"""What hosts of files read: headers, redirects, robots.txt, security.txt; settings for servers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Final

from explainer.content.library import Library
from explainer.content.model import SecurityContact
from explainer.site.addresses import Address
from explainer.site.output import File
from explainer.site.policy import Headers, rules

SECURITY_TXT: Final = ".well-known/security.txt"


def files(
    library: Library, folders: Iterable[str], moves: Iterable[tuple[str, str]] = ()
) -> Iterator[File]:
    """Make them, but for those that the newsroom has written itself (content/static/).

    `moves` are former addresses with those they lead to; without any there is no `_redirects`.
    """
    made = [
        File("_headers", netlify(rules(folders)).encode()),
        File("robots.txt", robots().encode(), has_addresses=True),
    ]
    if lines := redirects(moves):
        made.append(File("_redirects", lines.encode()))
    if contact := _security_contact(library):
        text = security(contact.email, contact.until)
        made += [File(SECURITY_TXT, text.encode(), has_addresses=True)]
    yield from (each for each in made if each.path not in library.static)


def _security_contact(library: Library) -> SecurityContact | None:
    newsroom = library.site.newsroom
    return newsroom.security if newsroom else None


def robots() -> str:
    """Let machines read everything, and tell them where the list is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {Address('/sitemap.xml').whole}\n"


def security(email: str, until: datetime) -> str:
    """Tell who finds a hole whom to write to, and until when that holds (RFC 9116)."""
    lines = {
        "Contact": f"mailto:{email}",
        "Expires": f"{until.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages": "ar, en",
        "Canonical": Address(f"/{SECURITY_TXT}").whole,
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())


def redirects(moves: Iterable[tuple[str, str]]) -> str:
    """Write where former addresses lead, old and new, as Netlify and Cloudflare Pages read it."""
    return "".join(f"{old} {new} 301\n" for old, new in moves)


def netlify(by_path: Mapping[str, Headers]) -> str:
    """Write rules as Netlify and Cloudflare Pages read them."""
    return "\n".join(_block(path, headers) for path, headers in by_path.items())


def _block(path: str, headers: Headers) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def caddy(by_path: Mapping[str, Headers]) -> str:
    """Write rules for a site's block of a Caddyfile."""
    blocks = []
    for number, (path, headers) in enumerate(by_path.items()):
        lines = "".join(f'\t{name} "{value}"\n' for name, value in headers.items())
        blocks.append(f"@headers{number} path {path}\nheader @headers{number} {{\n{lines}}}\n")
    return "".join(blocks) + (
        "handle_errors {\n\t@gone expression {err.status_code} == 404\n"
        "\trewrite @gone /404.html\n\tfile_server\n}\n"
    )


def nginx(by_path: Mapping[str, Headers]) -> str:
    """Write rules for the `http` block of nginx: a map for each header; then what a server adds.

    A header whose value is empty is not sent.
    """
    names = dict.fromkeys(name for headers in by_path.values() for name in headers)
    maps, added = [], []
    for name in names:
        variable = "$explainer_" + name.lower().replace("-", "_")
        lines = [
            f'    {_pattern(path)} "{headers[name]}";\n'
            for path, headers in sorted(by_path.items(), key=lambda rule: rule[0] == "/*")
            if name in headers
        ]
        maps.append(f"map $uri {variable} {{\n{''.join(lines)}}}\n")
        added.append(f"#   add_header {name} {variable} always;\n")
    return "".join(maps) + "# In the block of the server:\n" + "".join(added) + SERVED


def _pattern(path: str) -> str:
    if path == "/*":
        return "default"
    return f"~^{path.removesuffix('*')}" if path.endswith("*") else path


SERVED: Final = """#   charset utf-8;
#   error_page 404 /404.html;
"""
