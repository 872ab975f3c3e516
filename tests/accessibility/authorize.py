#!/usr/bin/python3
"""authorize.py [--times N] [--seed S]

Somebody who works by screen reader lets N guests in, in a list that changes all the time: types a
part of a name or of a MAC address into the search, goes to the row and presses Authorize. After
each the controllers' logs must show that this guest was let in, and nobody else. Needs a screen, a
keyring and an accessibility bus, see with-screen.sh.
"""

import argparse
import collections
import contextlib
import random
import sys
import time

import bus
import programs
from bus import Atspi

GENERATIONS = ["unifi-integration", "unifi-classic", "omada-openapi"]
CLIENTS_EACH = 500
RUSH = ["--roaming", "50", "--turnover", "10"]
DEVICE, STATE, MAC = "Guest or device", "State", "MAC address"
MOST_ROWS = 40  # of a search that somebody reads through

Guest = collections.namedtuple("Guest", "name mac")


class Desk:
    """The window's controls as a screen reader finds them."""

    def __init__(self):
        self.spoken = bus.Spoken()
        self.app = bus.until("the program", lambda: bus.application("Gatehouse"))
        self.window = bus.until(
            "the window", lambda: bus.find(self.app, Atspi.Role.FRAME, "Gatehouse"))
        self.search = self.control(Atspi.Role.TEXT, "Search clients")
        self.details = self.control(Atspi.Role.PANEL, "Client details")
        self.table = bus.Table(self.control(Atspi.Role.TABLE, "Clients"))

    def control(self, role, name, root=None):
        return bus.until(
            f"the control {name!r}", lambda: bus.find(root or self.window, role, name))

    def press(self, name, root=None):
        button = self.control(Atspi.Role.PUSH_BUTTON, name, root or self.details)
        bus.until(f"{name!r} to be possible", lambda: bus.has(button, Atspi.StateType.SENSITIVE))
        bus.press(button)

    def addresses(self):
        """Those of the rows of a short list, as digits; none of a long one."""
        rows = self.table.rows()
        return [programs.digits(self.table.text(row, MAC))
                for row in range(rows if rows <= MOST_ROWS else 0)]

    def row_of(self, guest):
        addresses = self.addresses()
        return addresses.index(guest.mac) if guest.mac in addresses else None

    def shows_details_of(self, guest):
        return guest.mac in map(programs.digits, bus.labels(self.details))


def search_texts(guest, dice):
    """What somebody may type, the next one when the first leaves too many rows."""
    mac = ":".join(guest.mac[i:i + 2] for i in range(0, 12, 2))
    end = dice.choice([mac[-5:], mac[-5:].upper(), guest.mac[-4:], mac[-8:].replace(":", "-")])
    word = next((word for word in guest.name.split() if word.isascii() and len(word) > 2), "")
    if not word or dice.random() < 0.5:
        return [end, mac]
    part = word[:dice.randint(3, len(word))]
    return [part, f"{part} {end}"]


def search_for(desk, guest, texts, enter):
    for text in texts:
        enter(text)
        with contextlib.suppress(TimeoutError):
            bus.until("the row", lambda: desk.row_of(guest) is not None, 1)
            return
    raise TimeoutError(f"{guest} is not in the list for any of {texts}")


def by_bus(desk, guest, texts, dice):
    """As a script does it: sets the text, selects the row, presses the button."""
    search_for(desk, guest, texts, lambda text: bus.set_text(desk.search, text))

    def chosen():
        row = desk.row_of(guest)
        if row is None:
            return False
        desk.table.select(row)
        with contextlib.suppress(TimeoutError):
            # The list may have moved between the two; then the details tell so.
            return bus.until("the details", lambda: desk.shows_details_of(guest), 1)
        return False

    bus.until("the row to be chosen", chosen)
    if dice.random() < 0.8:
        return desk.press("Authorize")
    desk.press("Custom…")
    dialog = bus.until("the dialog", lambda: bus.find(desk.app, Atspi.Role.DIALOG))
    desk.press("Authorize", dialog)


def by_keys(desk, guest, texts, dice):
    """As a person does it: types, walks down the list by what is spoken, presses Enter."""

    def enter(text):
        bus.focus(desk.search)
        bus.set_text(desk.search, "")
        bus.type_text(text)

    search_for(desk, guest, texts, enter)
    bus.press_key(bus.KEY_DOWN)
    bus.until("a row to be current", lambda: len(desk.table.selected()) == 1)
    rows = desk.addresses()
    wanted = rows.index(guest.mac)
    while (row := desk.table.selected()[0]) != wanted:
        bus.press_key(bus.KEY_DOWN if wanted > row else bus.KEY_UP)
        bus.until("the next row", lambda: desk.table.selected() not in ([], [row]))
    bus.until("the row to be spoken", lambda: desk.spoken.latest == desk.table.text(row, DEVICE))
    if desk.addresses() != rows:
        raise AssertionError("rows moved while the keyboard was in the list")
    bus.press_key(bus.KEY_RETURN)


def let_in(simulators):
    return [mac for simulator in simulators for mac in simulator.authorized()]


def check(desk, simulators, guests, times, dice):
    wanted = []
    for number in range(times):
        guest = guests[number]
        way = dice.choice([by_bus, by_keys])
        texts = search_texts(guest, dice)
        way(desk, guest, texts, dice)
        wanted.append(guest.mac)
        bus.until("the controller's log", lambda: len(let_in(simulators)) > number)
        if sorted(let_in(simulators)) != sorted(wanted):
            raise AssertionError(
                f"time {number + 1}: {guest} was wanted {way.__doc__} by {texts}, and let in were "
                f"{set(let_in(simulators)) - set(wanted)}")
        bus.until("the row to say so", lambda: state_of(desk, guest) == "Authorized")
        if len(wanted) % 20 == 0:
            print(f"{len(wanted)} let in", flush=True)


def state_of(desk, guest):
    row = desk.row_of(guest)
    return None if row is None else desk.table.text(row, STATE)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    dice = random.Random(options.seed)
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(programs.scratch())
        waiting = options.times // len(GENERATIONS) + 20
        simulators = [stack.enter_context(programs.Simulator(
            folder, generation, "--clients", CLIENTS_EACH, "--waiting", waiting, "--site", "Default",
            "--seed", options.seed + i, *RUSH)) for i, generation in enumerate(GENERATIONS)]
        profile = programs.Profile(folder)
        guests = []
        for simulator in simulators:
            profile.add(simulator)
            guests += [Guest(row.get("name", ""), programs.digits(row["mac"]))
                       for row in profile.waiting(simulator)
                       if programs.digits(row["mac"]) in simulator.first_waiting()]
        dice.shuffle(guests)
        stack.enter_context(profile.window())
        bus.move_pointer_away()
        desk = Desk()
        bus.until("all rows", lambda: desk.table.rows() >= 0.9 * CLIENTS_EACH * len(simulators))
        began = time.monotonic()
        check(desk, simulators, guests, options.times, dice)
    print(f"{options.times} of {options.times} let in, nobody else, "
          f"in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
