"""Fuzzing that looks for inputs that reach new code: ``python -m fuzz.coverage_guided reading --seconds 60``.

Each law runs in a process of its own, since the fuzzer ends it. What it has learnt stays in ``.cache/fuzz/`` for the
next time; what broke a law lies in ``.cache/fuzz/finds/``, one file for each place in the code where it broke. A find
becomes a case in ``tests/fuzz/finds/``.
"""

import argparse
import hashlib
import re
import resource
import subprocess
import sys
import time
import traceback
from pathlib import Path
from random import Random

CACHE = Path(".cache/fuzz")
SLOW = 10.0  # seconds of CPU for one file, and no more
LARGEST = {"reading": 12_000, "checking": 12_000, "formatting": 8_000, "cataloguing": 4_000, "converting": 3_000}
LARGEST_DRAWN = 4_000


def main() -> int:
    """Fuzz the laws that are named, or all; 1 where something broke one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("laws", nargs="*")
    parser.add_argument("--seconds", type=int, default=60, help="for each law")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        fuzz(options.laws[0], options.seconds)
    from fuzz.laws import LAWS

    before = set(_finds())
    for law in options.laws or LAWS:
        command = [sys.executable, "-m", "fuzz.coverage_guided", law, "--seconds", str(options.seconds), "--here"]
        begin = _processor_time()
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
        reached = re.findall(r"^#(\d+)\s+DONE\s+cov: (\d+)", done.stderr, re.MULTILINE)
        if reached:
            told = "{} files, {} branches of code".format(*reached[-1])
        else:
            told = f"ended with status {done.returncode}: {done.stderr[-1000:]}"
        print(f"{law}: {told}, {_processor_time() - begin:.0f} s of a processor", flush=True)
    found = sorted(set(_finds()) - before)
    for find in found:
        print(f"found: {find}\n    {find.with_suffix('.txt').read_text('utf-8').splitlines()[-1]}")
    return 1 if found else 0


def fuzz(name: str, seconds: int) -> None:
    """Fuzz one law; the fuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["service_blueprint", "markdown"], enable_loader_override=False):
        from fuzz.edits import KEYS, SIGNS, WORDS, Edit, edited
        from fuzz.laws import LAWS
        from fuzz.seeds import seeds
        from hostile.corpus import every_value
    words = (*WORDS, *(value.text for value in every_value()))
    law = LAWS[name]
    folder = CACHE / "corpus" / name
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds(name):
        (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    dictionary = CACHE / "words.dict"
    dictionary.write_text(
        "".join(f'"{_escaped(word)}"\n' for word in dict.fromkeys((*KEYS, *SIGNS, *words)) if 0 < len(word) < 60),
        "utf-8",
    )

    @atheris.instrument_func  # type: ignore[untyped-decorator]
    def one(data: bytes) -> None:
        begin = time.process_time()
        try:
            law(data)
        except Exception as error:
            _keep(name, data, error)
        if time.process_time() - begin > SLOW:
            _keep(name, data, TimeoutError(f"{time.process_time() - begin:.0f} s"))

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        """Half of the time an edit that knows the format, else one of the fuzzer's own."""
        random = Random(seed)
        if random.random() < 0.5:
            return bytes(atheris.Mutate(data, most))
        parts = data.split(b"\0")
        part = random.randrange(len(parts))
        edits = [Edit(*(random.randrange(1 << 30) for _ in range(3))) for _ in range(random.choice((1, 1, 2, 4)))]
        made = edited(parts[part].decode("utf-8", "replace"), edits, words)
        parts[part] = made.encode("utf-8", "surrogatepass")
        return b"\0".join(parts)[:most]

    largest = LARGEST.get(name, LARGEST_DRAWN)
    arguments = [f"-max_total_time={seconds}", f"-max_len={largest}", f"-dict={dictionary}", "-timeout=300"]
    arguments += ["-rss_limit_mb=4000", "-len_control=0", "-print_final_stats=1", str(folder)]
    atheris.Setup([sys.argv[0], *arguments], one, custom_mutator=mutate)
    atheris.Fuzz()


def _keep(law: str, data: bytes, error: Exception) -> None:
    """Write down what broke a law, once for each kind of error and place in the code."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f"{Path(each.filename).name}:{each.name}" for each in frames if "service_blueprint" in each.filename]
    where = own[-1] if own else "".join(f"{Path(each.filename).name}:{each.name}" for each in frames[-1:])
    said = re.sub(r"'[^']*'|\w*\d\w*", "", str(error)) if type(error).__name__ == "BrokenLawError" else ""
    key = hashlib.sha1(f"{type(error).__name__} {where} {said}".encode()).hexdigest()[:10]
    file = CACHE / "finds" / f"{law}-{key}"
    if file.exists() and file.stat().st_size <= len(data):
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    file.with_suffix(".txt").write_text("".join(traceback.format_exception(error)), "utf-8")


def _processor_time() -> float:
    """Seconds that the fuzzers have had of a processor until now."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _finds() -> list[Path]:
    return [file for file in (CACHE / "finds").glob("*") if not file.suffix]


def _escaped(word: str) -> str:
    return "".join(chr(byte) if 32 < byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    sys.exit(main())
