#!/usr/bin/env bash
# with-keyring.sh SITUATION COMMAND...
# Runs a command with a home, a runtime folder and a message bus of its own, so that no keyring of the person who runs
# the tests is touched.
#   unlocked    a gnome-keyring with an unlocked login ring
#   no-service  a bus on which nobody offers secrets
#   no-bus      no bus at all
#   dead-bus    the address of a bus that has gone
set -euo pipefail

situation=$1
shift

for tool in dbus-run-session dbus-send gnome-keyring-daemon secret-tool; do
    if ! command -v "$tool" >/dev/null; then
        echo "with-keyring.sh: $tool is missing; install dbus, gnome-keyring and libsecret-tools." >&2
        exit 1
    fi
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -m 700 "$scratch/home" "$scratch/run"
export HOME=$scratch/home XDG_RUNTIME_DIR=$scratch/run
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME

# A bus without the folders from which it would start services by itself.
cat >"$scratch/bus.conf" <<'END'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END

# shellcheck disable=SC2016 # for the shell inside of the session
with_keyring='
    printf secret | gnome-keyring-daemon --unlock --foreground --components=secrets >/dev/null 2>"$HOME/keyring.log" &
    keyring=$!
    trap "kill -CONT $keyring; kill $keyring; wait $keyring || true" EXIT
    for attempt in $(seq 100); do
        if dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login \
            org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Locked 2>/dev/null |
            grep -q "boolean false"; then
            "$@"
            exit
        fi
        sleep 0.1
    done
    echo "with-keyring.sh: the keyring did not unlock:" >&2
    cat "$HOME/keyring.log" >&2
    exit 1'

case "$situation" in
unlocked) dbus-run-session --config-file="$scratch/bus.conf" -- bash -c "$with_keyring" bash "$@" ;;
no-service) dbus-run-session --config-file="$scratch/bus.conf" -- "$@" ;;
no-bus) "$@" ;;
dead-bus) DBUS_SESSION_BUS_ADDRESS="unix:path=$scratch/gone" "$@" ;;
*)
    echo "with-keyring.sh: there is no situation '$situation'." >&2
    exit 2
    ;;
esac
