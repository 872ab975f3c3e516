"""The programs that a check drives: simulated controllers, the command line, the window."""

import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

BIN = pathlib.Path(os.environ["GATEHOUSE_BIN_DIR"])
PATIENCE = 60  # seconds


def digits(mac):
    return "".join(c for c in mac.lower() if c in "0123456789abcdef")


def scratch():
    return tempfile.TemporaryDirectory(prefix="gatehouse-accessibility-")


@contextlib.contextmanager
def running(program, *arguments, **how):
    process = subprocess.Popen([BIN / program, *map(str, arguments)], **how)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


class Simulator(contextlib.ExitStack):
    """A running gatehouse-simulator, and what it says that it did."""

    def __init__(self, folder, generation, *options):
        super().__init__()
        self.generation = generation
        self._log = pathlib.Path(folder) / f"{generation}.log"
        process = self.enter_context(running(
            "gatehouse-simulator", "--generation", generation, "--port", 0, "--log", self._log,
            *options, stdout=subprocess.PIPE, text=True))
        self.ready = json.loads(process.stdout.readline())

    def credential(self):
        """The options that name the account, and the secret that goes with it."""
        told = self.ready["credentials"]
        if self.generation == "unifi-integration":
            return [], told["apiKey"]
        if self.generation == "omada-openapi":
            return ["--client-id", told["clientId"]], told["clientSecret"]
        return ["--user", told["user"]], told["password"]

    def first_waiting(self):
        """Digits of the addresses of those who waited at the start: they do not leave."""
        return {digits(mac) for mac in self.ready["waiting"]}

    def authorized(self):
        """Digits of the addresses that it let in, in that order."""
        entries = map(json.loads, self._log.read_text().splitlines())
        return [digits(entry["did"].split()[1]) for entry in entries
                if entry["acted"] and entry["did"].startswith("authorized ")]


class Profile:
    """Settings, history and controllers of one person, prepared by gatehouse-cli."""

    def __init__(self, folder):
        self._folder = pathlib.Path(folder) / "profile"

    def add(self, simulator):
        account, secret = simulator.credential()
        ready = simulator.ready
        self._cli("controller", "add", simulator.generation, "--url", ready["url"],
                  "--pin", ready["certificateSha256"], "--generation", simulator.generation,
                  *account, "--secret-stdin", secret=secret)

    def waiting(self, simulator):
        return self._cli("clients", "--controller", simulator.generation, "--state", "waiting")

    @contextlib.contextmanager
    def window(self):
        """The running window; what it wrote to stderr is told when something goes wrong."""
        with open(self._folder / "stderr", "w+") as said:
            try:
                with running("gatehouse", "--profile", self._folder, "--size", "1400x860",
                             stderr=said) as window:
                    yield window
            except BaseException:
                said.seek(0)
                print(*said.readlines()[-20:], sep="", file=sys.stderr)
                raise

    def _cli(self, *arguments, secret=""):
        answer = subprocess.run(
            [BIN / "gatehouse-cli", *arguments, "--profile", self._folder, "--json"],
            input=secret, capture_output=True, text=True, timeout=PATIENCE)
        if answer.returncode != 0:
            raise RuntimeError(f"gatehouse-cli {' '.join(arguments[:3])}: {answer.stdout}{answer.stderr}")
        return json.loads(answer.stdout)
