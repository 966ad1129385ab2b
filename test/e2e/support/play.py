"""Runs a command in a real terminal and plays a user at it.

argv[1]: JSON {"command": [...], "cwd": "...", "env": {...}, "steps": [["text to wait for", "keys"], ...], "seconds": 60}
stdout:  JSON {"status": exit code, "screen": everything that was printed, "missed": text that never came or null}
"""

import json
import os
import pty
import select
import signal
import sys
import time

play = json.loads(sys.argv[1])
deadline = time.monotonic() + play.get("seconds", 60)

child, terminal = pty.fork()
if child == 0:
    os.chdir(play["cwd"])
    os.execvpe(play["command"][0], play["command"], play["env"])

screen = b""
ended = False


def read(seconds):
    """Collects what is printed for at most so long; true while the program runs."""
    global screen, ended
    ready, _, _ = select.select([terminal], [], [], seconds)
    if not ready:
        return
    try:
        chunk = os.read(terminal, 65536)
    except OSError:
        chunk = b""
    ended = chunk == b""
    screen += chunk


missed = None
seen = 0
for text, keys in play["steps"]:
    while text.encode() not in screen[seen:] and not ended and time.monotonic() < deadline:
        read(0.1)
    if text.encode() not in screen[seen:]:
        missed = text
        break
    seen = screen.index(text.encode(), seen) + len(text.encode())
    # The prompt is printed before it listens.
    quiet = time.monotonic() + 0.25
    while time.monotonic() < quiet:
        read(0.05)
    os.write(terminal, keys.encode())

while not ended and time.monotonic() < deadline:
    read(0.1)
if not ended:
    os.kill(child, signal.SIGKILL)
_, wait_status = os.waitpid(child, 0)
print(json.dumps({
    "status": os.waitstatus_to_exitcode(wait_status),
    "screen": screen.decode(errors="replace"),
    "missed": missed,
}))
