"""A client of yaml-language-server, as editors' programs have it inside: JSON-RPC over pipes."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

SERVER = "tests/editor/node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE = 30
"""Seconds to wait for one message."""


class Client:
    """Opens files of a folder in the server, with the settings that the folder has for it."""

    def __init__(self, root: Path, server: Path, settings: dict[str, Any]) -> None:
        self.root, self.settings = root, settings
        self.process = subprocess.Popen(
            ["node", str(server), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.asked = 0
        self.versions: dict[str, int] = {}
        self.problems: dict[str, list[dict[str, Any]]] = {}
        self._begin()

    def _begin(self) -> None:
        folder = {"uri": self.root.as_uri(), "name": "root"}
        able = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "hover": {"contentFormat": ["markdown"]},
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
            },
        }
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder["uri"],
                "workspaceFolders": [folder],
                "capabilities": able,
            },
        )
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": self.settings}})

    def close(self) -> None:
        """Let the server end; it is ended where it does not."""
        self.tell("exit", None)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def open(self, path: Path, text: str | None = None) -> list[dict[str, Any]]:
        """Open a file, or a text in its place; returns what the server underlines in it."""
        return self.open_all({path: path.read_text("utf-8") if text is None else text})[path]

    def open_all(self, texts: dict[Path, str]) -> dict[Path, list[dict[str, Any]]]:
        """Open several files at once; one that is open already is changed."""
        for path, text in texts.items():
            self.problems.pop(path.as_uri(), None)
            self._type(path.as_uri(), text)
        self._until(lambda: {path.as_uri() for path in texts} <= set(self.problems))
        return {path: self.problems[path.as_uri()] for path in texts}

    def _type(self, uri: str, text: str) -> None:
        version = self.versions[uri] = self.versions.get(uri, 0) + 1
        document = {"uri": uri, "version": version}
        if version == 1:
            opened = {**document, "languageId": "yaml", "text": text}
            self.tell("textDocument/didOpen", {"textDocument": opened})
        else:
            changes = [{"text": text}]
            self.tell(
                "textDocument/didChange", {"textDocument": document, "contentChanges": changes}
            )

    def at(self, method: str, path: Path, line: int, column: int) -> Any:
        """Ask something about a place, counted from 0: hover, completion."""
        place = {"line": line, "character": column}
        return self.ask(
            f"textDocument/{method}",
            {"textDocument": {"uri": path.as_uri()}, "position": place},
        )

    def ask(self, method: str, params: Any) -> Any:
        """Ask and wait for the answer."""
        self.asked += 1
        wanted = self.asked
        self._send({"id": wanted, "method": method, "params": params})
        answer = self._until(lambda: False, wanted)
        assert "error" not in answer, answer
        return answer["result"]

    def tell(self, method: str, params: Any) -> None:
        """Say something that has no answer."""
        self._send({"method": method, "params": params})

    def _until(self, done: Any, wanted: int | None = None) -> dict[str, Any]:
        """Hear messages, and answer the server's questions, until something has come."""
        while not done():
            message = self.heard.get(timeout=PATIENCE)
            method = message.get("method")
            if method is None:
                if message.get("id") == wanted:
                    return message
            elif method == "textDocument/publishDiagnostics":
                self.problems[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif "id" in message:
                self._send({"id": message["id"], "result": self._answer(message)})
        return {}

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        items = message["params"]["items"]
        return [self.settings if item.get("section") == "yaml" else {} for item in items]

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _listen(self) -> None:
        assert self.process.stdout
        while header := self.process.stdout.readline():
            length = int(header.partition(b":")[2])
            while self.process.stdout.readline().strip():
                pass
            self.heard.put(json.loads(self.process.stdout.read(length)))
