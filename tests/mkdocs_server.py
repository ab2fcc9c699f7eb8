"""``mkdocs build`` in processes of their own that need not load MkDocs: each is a copy of one that has.

Run as a program it loads MkDocs, Material and our plugin, then makes a copy of itself for each line of its input:
JSON with ``folder``, ``words``, ``environment`` and the files ``out`` and ``err`` for what is printed. It answers with
a line that has the exit status. To load it all takes three times as long as to build a small project.
"""

import atexit
import json
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn


def mkdocs(folder: Path, words: Sequence[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """``mkdocs WORDS`` in a folder: what was printed, and the exit status."""
    server = _server()
    assert server.stdin and server.stdout
    with TemporaryDirectory() as printed:
        out, err = Path(printed) / "out", Path(printed) / "err"
        request = {"folder": str(folder.absolute()), "words": list(words), "environment": dict(environment)}
        server.stdin.write(json.dumps({**request, "out": str(out), "err": str(err)}) + "\n")
        server.stdin.flush()
        status = int(server.stdout.readline())
        return subprocess.CompletedProcess(list(words), status, out.read_text("utf-8"), err.read_text("utf-8"))


@cache
def _server() -> subprocess.Popen[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen([sys.executable, __file__], env=environment, stdin=-1, stdout=-1, text=True)
    atexit.register(server.communicate)  # which closes its input, and so ends it
    return server


def main() -> None:
    """Answer requests until there are no more."""
    import mkdocs.__main__
    import mkdocs.commands.build

    import service_blueprint.hosts.mkdocs.plugin  # noqa: F401

    for line in sys.stdin:
        request = json.loads(line)
        copy = os.fork()
        if not copy:
            _build(request, mkdocs.__main__.cli)
        _, status = os.waitpid(copy, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _build(request: dict[str, Any], cli: Any) -> NoReturn:
    """Be ``python -m mkdocs`` as it is begun in the folder of the request."""
    status: object = 1
    try:
        for number, name in ((0, os.devnull), (1, request["out"]), (2, request["err"])):
            opened = os.open(name, os.O_RDWR | os.O_CREAT)
            os.dup2(opened, number)
            os.close(opened)
        os.chdir(request["folder"])
        os.environ.clear()
        os.environ.update(request["environment"])
        time.tzset()
        sys.argv, sys.path[0] = ["mkdocs", *request["words"]], request["folder"]
        cli()
    except SystemExit as end:
        status = end.code
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status if isinstance(status, int) else 0 if status is None else 1)


if __name__ == "__main__":
    main()
