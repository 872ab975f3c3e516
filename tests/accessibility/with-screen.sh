#!/usr/bin/env bash
# with-screen.sh COMMAND...
# Runs a command with a screen in memory, a window manager and an accessibility bus. It needs a message bus and a
# runtime folder of its own around it: tests/vault/with-keyring.sh unlocked with-screen.sh COMMAND...
set -euo pipefail

launcher=/usr/libexec/at-spi-bus-launcher
for tool in Xvfb openbox "$launcher"; do
    if ! command -v "$tool" >/dev/null; then
        echo "with-screen.sh: $tool is missing; install xvfb, openbox and at-spi2-core." >&2
        exit 1
    fi
done

stop() {
    kill "${started[@]}" 2>/dev/null || true
    wait "${started[@]}" 2>/dev/null || true
}
started=()
trap stop EXIT

Xvfb -displayfd 5 -screen 0 1440x900x24 -nolisten tcp 5>"$XDG_RUNTIME_DIR/display" 2>"$HOME/xvfb.log" &
started+=($!)
for _ in $(seq 100); do
    [ ! -s "$XDG_RUNTIME_DIR/display" ] || break
    sleep 0.1
done
if [ ! -s "$XDG_RUNTIME_DIR/display" ]; then
    echo "with-screen.sh: the screen did not come up:" >&2
    cat "$HOME/xvfb.log" >&2
    exit 1
fi
DISPLAY=:$(cat "$XDG_RUNTIME_DIR/display")
export DISPLAY
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 NO_AT_BRIDGE=0
openbox >"$HOME/openbox.log" 2>&1 &
started+=($!)
# The bus has no folder to start services from, so that the accessibility bus is started here.
"$launcher" --launch-immediately 2>"$HOME/at-spi.log" &
started+=($!)
"$@"
