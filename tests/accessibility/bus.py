"""What a screen reader sees of a window, and what it can do there, over the accessibility bus."""

import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# The names that are not deprecated are missing in the older of the two bindings.
warnings.filterwarnings("ignore", category=DeprecationWarning)

PATIENCE = 60  # seconds
KEY_RETURN, KEY_UP, KEY_DOWN = 0xFF0D, 0xFF52, 0xFF54
NOT_LOOKED_INTO = (Atspi.Role.TABLE, Atspi.Role.TREE, Atspi.Role.TREE_TABLE)

# A busy machine answers late, and the library would give up after 0.8 s.
Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)


def until(what, condition, patience=PATIENCE):
    """Returns what the condition gives as soon as that is true; events are taken meanwhile."""
    end = time.monotonic() + patience
    while True:
        take_events()
        try:
            found = condition()
        except GLib.Error:  # what was looked at has gone meanwhile
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise TimeoutError(f"waited {patience} s for {what}")
        time.sleep(0.01)


def take_events():
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def application(name):
    desktop = Atspi.get_desktop(0)
    children = (desktop.get_child_at_index(i) for i in range(desktop.get_child_count()))
    return next((child for child in children if child and child.get_name() == name), None)


def everything_in(root):
    """What is showing below root, but for the cells of tables: they may be many."""
    for i in range(root.get_child_count()):
        child = root.get_child_at_index(i)
        if child is None or not has(child, Atspi.StateType.SHOWING):
            continue
        yield child
        if child.get_role() not in NOT_LOOKED_INTO:
            yield from everything_in(child)


def find(root, role, name=None):
    return next((thing for thing in everything_in(root)
                 if thing.get_role() == role and name in (None, thing.get_name())), None)


def labels(root):
    return [thing.get_name() for thing in everything_in(root)
            if thing.get_role() == Atspi.Role.LABEL]


def has(thing, state):
    return thing.get_state_set().contains(state)


def press(button):
    button.get_action_iface().do_action(0)


def focus(field):
    action = field.get_action_iface()
    names = [action.get_action_name(i) for i in range(action.get_n_actions())]
    action.do_action(names.index("SetFocus"))


def set_text(field, text):
    field.get_editable_text_iface().set_text_contents(text)


def type_text(text):
    Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)


def press_key(symbol):
    Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)


def move_pointer_away():
    Atspi.generate_mouse_event(0, 0, "abs")


class Spoken:
    """What a screen reader would say as the focus moves: the name of what has it."""

    def __init__(self):
        self.latest = None
        self._listener = Atspi.EventListener.new(self._told)
        self._listener.register("object:state-changed:focused")

    def _told(self, event):
        if event.detail1:
            self.latest = event.source.get_name()


class Table:
    """A table by the headings of its columns and the full texts of its cells."""

    def __init__(self, thing):
        self._table = thing.get_table_iface()
        self._columns = {self._table.get_column_description(i): i
                         for i in range(self._table.get_n_columns())}

    def rows(self):
        return self._table.get_n_rows()

    def text(self, row, heading):
        cell = self._table.get_accessible_at(row, self._columns[heading])
        return cell.get_name() if cell else ""

    def select(self, row):
        for other in self.selected():
            if other != row:
                self._table.remove_row_selection(other)
        self._table.add_row_selection(row)

    def selected(self):
        return list(self._table.get_selected_rows())
