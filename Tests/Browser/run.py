#!/usr/bin/env python3
"""Drives the status page in a headless Chromium, by mouse-free means: keys, and what a reader of the page would see.

Usage: run.py PROGRAM FOLDER. Screenshots land in FOLDER. Ends with 77 where there is no Chromium.
Source: Chrome DevTools Protocol, over the pipe of --remote-debugging-pipe: JSON messages that end with a zero byte.
"""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

PATIENCE = 30
HOSTILE = '<img src=x onerror="document.title=1">&\'报.txt'
ARTICLE = "　　市图书馆昨天起延长开放时间，每晚十点\n闭馆，周末也是如此。\n　　第{}篇。\n"


class Browser:
    """A page in a browser."""

    def __init__(self, profile):
        to_browser, from_browser = os.pipe(), os.pipe()

        def place_pipes():
            # First away from 3 and 4, where the browser looks for them.
            read, write = os.dup(to_browser[0]), os.dup(from_browser[1])
            os.dup2(read, 3)
            os.dup2(write, 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"],
            preexec_fn=place_pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser[0])
        os.close(from_browser[1])
        self.write, self.read, self.buffer = to_browser[1], from_browser[0], b""
        self.next_id, self.events, self.session = 0, [], None
        page = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log"]:
            self.call(domain + ".enable")

    def call(self, method, **parameters):
        self.next_id += 1
        message = {"id": self.next_id, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.next_id:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def message(self):
        while b"\0" not in self.buffer:
            chunk = os.read(self.read, 1 << 20)
            if not chunk:
                raise RuntimeError("the browser ended")
            self.buffer += chunk
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def wait(self, expression, what):
        end = time.monotonic() + PATIENCE
        while not self.value(expression):
            if time.monotonic() > end:
                raise AssertionError(f"never: {what}")
            time.sleep(0.1)

    def key(self, name, code=0, text=None):
        for kind in ["keyDown", "keyUp"]:
            more = {"text": text} if text and kind == "keyDown" else {}
            self.call("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code, **more)

    def size(self, width, height, scheme):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def screenshot(self, path):
        image = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(image["data"]))

    def complaints(self):
        self.value("1")
        found = []
        for event in self.events:
            if event["method"] == "Runtime.exceptionThrown":
                found.append(event["params"]["exceptionDetails"]["text"])
            # That a change asks for a token is told of as an error, too.
            if event["method"] == "Log.entryAdded" and event["params"]["entry"]["level"] == "error":
                if "401" not in event["params"]["entry"]["text"]:
                    found.append(event["params"]["entry"]["text"])
        return found


failures = 0


def check(what, is_right, detail=""):
    global failures
    failures += not is_right
    print(f"{'ok  ' if is_right else 'FAIL'} {what}{'' if is_right else f': {detail}'}", flush=True)


def drop(folder, name, text):
    with open(f"{folder}/new", "w") as file:
        file.write(text)
    os.rename(f"{folder}/new", f"{folder}/inbox/{name}")


def drive(browser, address, folder, pictures):
    browser.size(1200, 1400, "light")
    browser.call("Page.navigate", url=address)
    browser.wait("document.readyState === 'complete' && document.querySelector('#state')?.textContent === 'running'", "running")
    for number in range(40):
        drop(folder, f"{number:02}.txt", ARTICLE.format(number))
    for name in [HOSTILE, "second.txt"]:
        os.symlink("/etc/hostname", f"{folder}/inbox/{name}")
    browser.wait("document.querySelector('#done').textContent === '40'", "40 done")
    browser.wait("document.querySelectorAll('#failures li').length === 2", "2 failures")
    names = browser.value("[...document.querySelectorAll('#failures li b')].map(b => b.textContent)")
    check("a name is text, whatever it holds", HOSTILE in names, names)
    check("and never becomes an element", browser.value("document.querySelectorAll('img').length") == 0 and browser.value("document.title") == "Linecaster")
    browser.wait("document.querySelectorAll('#throughput rect').length > 0", "throughput drawn")
    browser.wait("/median \\d/.test(document.querySelector('#latency').getAttribute('aria-label'))", "latency told")
    check("charts say in words what they show", browser.value("/articles a minute done/.test(document.querySelector('#throughput').getAttribute('aria-label'))"))
    reason = browser.value("document.querySelector('#failures .reason').textContent")
    check("a failure tells its reason", "symbolic link" in reason, reason)
    browser.screenshot(f"{pictures}/wide-light.png")

    # Prometheus' own reader, from Debian's package prometheus.
    if shutil.which("promtool"):
        text = browser.value("fetch('/metrics').then(a => a.text())")
        read = subprocess.run(["promtool", "check", "metrics"], input=text, text=True, capture_output=True)
        check("promtool finds nothing wrong with the metrics", read.returncode == 0 and not read.stderr, read.stderr)
    else:
        print("skip promtool is not installed")

    # By keyboard alone: to the first retry button, into the dialog, and back.
    browser.value("document.body.focus(), window.scrollTo(0, 0)")
    reached = []
    for _ in range(12):
        browser.key("Tab", 9)
        label = browser.value("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()")
        reached.append(label)
        if label.startswith("Retry ") and label != "Retry all":
            break
    check("Tab reaches the skip link first and then the retry buttons", reached[0] == "Skip to the failures" and reached[-1].startswith("Retry "), reached)
    check("the focus can be seen", browser.value("getComputedStyle(document.activeElement).outlineStyle") == "solid")
    browser.key("Enter", 13, "\r")
    browser.wait("document.querySelector('#ask').open", "the dialog")
    check("nothing was changed without the token", len(os.listdir(f"{folder}/failed")) == 4)
    browser.screenshot(f"{pictures}/dialog.png")
    with open(f"{folder}/state/status-token") as file:
        browser.call("Input.insertText", text=file.read().strip())
    before = browser.value("fetch('/metrics').then(a => a.text())")
    browser.key("Enter", 13, "\r")
    count = lambda text: int(re.search(r'outcome="failed"} (\d+)', text)[1])
    end = time.monotonic() + PATIENCE
    while count(browser.value("fetch('/metrics').then(a => a.text())")) != count(before) + 1:
        if time.monotonic() > end:
            break
        time.sleep(0.1)
    check("with the token the file is tried again", count(browser.value("fetch('/metrics').then(a => a.text())")) == count(before) + 1)

    # A phone, in the dark.
    browser.size(360, 740, "dark")
    browser.wait("document.querySelectorAll('#articles li').length === 20", "articles")
    browser.wait("innerWidth === 360", "a phone's width")
    wide = browser.value("document.scrollingElement.scrollWidth")
    check("nothing is wider than a phone", wide <= 360, wide)
    small = browser.value("[...document.querySelectorAll('#failures button')].filter(b => b.getBoundingClientRect().height < 24).length")
    check("buttons are large enough for a finger", small == 0)
    color = browser.value("getComputedStyle(document.body).backgroundColor")
    check("it is dark where the reader wants it", color == "rgb(22, 24, 27)", color)
    browser.screenshot(f"{pictures}/phone-dark.png")

    # The proof sheet of an article.
    browser.size(1200, 900, "light")
    link = browser.value("document.querySelector('a[aria-label^=\"Proof sheet\"]').href")
    browser.call("Page.navigate", url=link)
    browser.wait("document.querySelectorAll('.source li').length > 2", "the proof sheet")
    check("the proof sheet marks what was joined", browser.value("[...document.querySelectorAll('mark')].some(m => m.title.startsWith('join'))"))
    check("and shows the article", "每晚十点闭馆" in browser.value("document.querySelector('[aria-label=Result]').textContent"))
    browser.screenshot(f"{pictures}/proof.png")
    check("no script failed and no policy was broken", browser.complaints() == [], browser.complaints())


def main():
    program, pictures = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    if not shutil.which("chromium"):
        print("Tests/Browser/run.py cannot run here: there is no chromium", file=sys.stderr)
        sys.exit(77)
    os.makedirs(pictures, exist_ok=True)
    folder = tempfile.mkdtemp(prefix="linecaster-browser-")
    with open(f"{folder}/linecaster.yaml", "w") as file:
        file.write('watch: {settle: 20ms}\nstatus: {listen: "127.0.0.1:0"}\n')
    daemon = subprocess.Popen([program, "run"], cwd=folder, stderr=subprocess.PIPE, text=True)
    browser = None
    try:
        address = next(re.search(r"http://\S+", line)[0] for line in daemon.stderr if "status is served at" in line)
        # Nobody reads the log any further.
        subprocess.Popen(["cat"], stdin=daemon.stderr, stdout=subprocess.DEVNULL)
        browser = Browser(f"{folder}/profile")
        drive(browser, address, folder, pictures)
    finally:
        if browser:
            browser.process.kill()
            browser.process.wait()
        daemon.terminate()
        daemon.wait()
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if failures else 0)


main()
