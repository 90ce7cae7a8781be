"""Opens pages in a real Chromium without a window, through its DevTools protocol over a pair of pipes.

https://chromedevtools.github.io/devtools-protocol/ - the pages themselves stay as they were written.
"""

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import time
from pathlib import Path
from typing import Any, NamedTuple

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SECONDS = 60
"""How long the browser may take to answer; its first start on a busy machine is slow."""

HEIGHT = 800
"""Pixels of every window."""

_HIGH, _MUCH = 100, 1 << 20
_TROUBLE = {"Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"}

_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_PALE = """(() => {
  const rgba = (color) => color.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = rgba(getComputedStyle(at).backgroundColor);
      if (found[3] !== 0) return found;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.matches("title, desc")) continue;
    const style = getComputedStyle(element);
    const ink = rgba(element.namespaceURI.endsWith("svg") ? style.fill : style.color);
    const [low, high] = [light(ink), light(ground(element))].sort((a, b) => a - b);
    found.push([(high + 0.05) / (low + 0.05), walker.currentNode.data.trim().slice(0, 40)]);
  }
  return JSON.stringify(found);
})()"""


def chromium() -> str | None:
    """The browser, if this machine has one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Seen(NamedTuple):
    """A page that is open: what the browser complained of, and what it asked for beside the page itself."""

    trouble: list[str]
    requests: list[str]


class Browser:
    """A Chromium of its own, with its profile in `home`."""

    def __init__(self, program: str, home: Path) -> None:
        self._events: list[dict[str, Any]] = []
        self._rest = b""
        self._number = 0
        self._url = ""
        self._session: dict[str, str] = {}
        theirs_in, self._out = _pipe()
        self._in, theirs_out = _pipe()
        self._pid = _start(program, home, theirs_in, theirs_out)
        os.close(theirs_in)
        os.close(theirs_out)
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = {"sessionId": self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]}
        for room in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{room}.enable")

    def open(  # noqa: PLR0913 - what a window and its reader may be like
        self,
        page: Path | str,
        width: int,
        *,
        dark: bool = False,
        media: str = "screen",
        forced: bool = False,
        mobile: bool = False,
    ) -> Seen:
        """Show a file or an address in a window of that width, for a reader of that taste, or as on a phone."""
        taste = {"prefers-color-scheme": "dark" if dark else "light", "forced-colors": "active" if forced else "none"}
        features = [{"name": name, "value": value} for name, value in taste.items()]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)
        size = {"width": width, "height": HEIGHT, "deviceScaleFactor": 1}
        self.call("Emulation.setDeviceMetricsOverride", mobile=mobile, **size)
        self._events.clear()
        self._url = page if isinstance(page, str) else page.as_uri()
        self.call("Page.navigate", url=self._url)
        while not any(event["method"] == "Page.loadEventFired" for event in self._events):
            self._events.append(self._next(time.monotonic() + SECONDS))
        assert self.run("innerWidth") == width
        return self.seen()

    def seen(self) -> Seen:
        """What the browser complained of and asked for since the page was opened."""
        self.run("0")  # what was told before comes first
        trouble = [json.dumps(event["params"]) for event in self._events if event["method"] in _TROUBLE]
        sent = [e["params"]["request"]["url"] for e in self._events if e["method"] == "Network.requestWillBeSent"]
        return Seen(trouble, [url for url in sent if url != self._url])

    def overflow(self) -> int:
        """Pixels by which the page is wider than its window."""
        return int(self.run(_OVERFLOW))

    def contrasts(self) -> list[tuple[float, str]]:
        """The contrast of every text with what it stands on, by WCAG 2's formula, and how the text begins."""
        return [(contrast, text) for contrast, text in json.loads(self.run(_PALE))]

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """The value of a script; it runs beside the page, whose own policy does not hold for it."""
        told = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """A picture of the whole page, or of what fits into the window, for people to look at."""
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(shot["data"]))

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters, **self._session}
        os.write(self._out, json.dumps(message).encode() + b"\0")
        ends = time.monotonic() + SECONDS
        while (told := self._next(ends)).get("id") != self._number:
            self._events.append(told)
        assert "error" not in told, (method, told)
        result: dict[str, Any] = told["result"]
        return result

    def close(self) -> None:
        os.killpg(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._in)
        os.close(self._out)

    def _next(self, ends: float) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._in], [], [], max(0, ends - time.monotonic()))
            assert ready, "the browser does not answer"
            got = os.read(self._in, _MUCH)
            assert got, "the browser ended"
            self._rest += got
        message, self._rest = self._rest.split(b"\0", 1)
        told: dict[str, Any] = json.loads(message)
        return told


def _pipe() -> tuple[int, int]:
    """A pipe to read from and write to, out of the way of the numbers 3 and 4 that the browser uses."""
    ends = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _HIGH) for end in ends)
    for end in ends:
        os.close(end)
    return high[0], high[1]


def _start(program: str, home: Path, reads: int, writes: int) -> int:
    """The browser, in a process group of its own. It opens our pages only, and its sandbox asks for much."""
    arguments = [
        program,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--no-first-run",
        "--disable-background-networking",
        "--remote-debugging-pipe",
        f"--user-data-dir={home}",
    ]
    return os.posix_spawn(
        program,
        arguments,
        os.environ | {"HOME": str(home)},
        file_actions=[
            (os.POSIX_SPAWN_DUP2, reads, 3),
            (os.POSIX_SPAWN_DUP2, writes, 4),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
        setpgroup=0,
    )
