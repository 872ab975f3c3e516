#!/usr/bin/env bash
# Tries an AppImage as its users do. See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/appimage/check.sh [--quick | --chroot] [--shots FOLDER] APPIMAGE

Prints "ok" or "FAIL" and what was tried, one line each, and fails when one failed.

  on this machine   libappimage's verdict, desktop files, what is left to the host and which glibc that has to be; the
                    self-check in an empty environment, mounted and unpacked, on X11 and on Wayland; the environment of
                    what it starts; the main job on the command line; and that nothing is left behind
  --quick           the same without Wayland and without the main job
  --chroot          a bare Debian with fonts, D-Bus and a keyring, as an unprivileged user, where FUSE is missing: the
                    self-check with the keyring, the window on X11, and the main job (as root)
  --shots FOLDER    keep the pictures of the window there, to be looked at
END
}

mode=host
shots=
image=
while [ $# -gt 0 ]; do
    case "$1" in
    -h | --help)
        usage
        exit 0
        ;;
    --quick | --chroot) mode=${1#--} ;;
    --shots)
        shots=${2:?--shots takes a folder}
        shift
        ;;
    -*)
        usage >&2
        exit 2
        ;;
    *) image=$1 ;;
    esac
    shift
done
[ -n "$image" ] || { usage >&2; exit 2; }
[ -x "$image" ] || die "$image is not there, or no program. packaging/appimage/build.sh makes it."
image=$(realpath "$image")

work=$(mktemp -d)
display=
cleanup() {
    [ -z "$display" ] || kill "$display" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
shots=${shots:-$work/shots}
mkdir -p "$shots"
shots=$(realpath "$shots")
failures=0

# try WORDS COMMAND...: runs it and says how it went; what it printed is shown when it failed.
try() {
    local words=$1
    shift
    if "$@" >"$work/said" 2>&1 </dev/null; then
        echo "ok $words"
    else
        echo "FAIL $words"
        sed 's/^/     /' "$work/said"
        failures=$((failures + 1))
    fi
}

# Every other line than "ok" is a failure, and so is a check that says nothing.
self_check() { "$@" >"$work/lines" && [ -s "$work/lines" ] && ! grep -v '^ok ' "$work/lines"; }
says() { grep -q "$1" "$work/lines"; }

virtual_display() {
    need Xvfb appimage
    mkfifo "$work/display"
    exec 7<>"$work/display"
    Xvfb -displayfd 7 -screen 0 1400x1000x24 -nolisten tcp -noreset >/dev/null 2>&1 &
    display=$!
    read -r -t 20 -u 7 number || die "Xvfb does not start."
    x11=:$number
}

# --- on this machine -------------------------------------------------------------------------------------------------

judged() {
    cc packaging/appimage/judge.c -o "$work/judge" -lappimage && "$work/judge" "$image"
}

# What is needed and not inside has to be what deploy.cmake leaves to the host.
left_to_host() {
    local inside=$work/squashfs-root/usr needed
    needed=$(find "$inside" -type f \( -name '*.so*' -o -path '*/bin/gatehouse*' \) -exec objdump -p {} + |
        sed -n 's/^ *NEEDED *//p' | sort -u)
    comm -23 <(echo "$needed") <(cd "$inside/lib" && printf '%s\n' * | sort) |
        grep -vE '^(ld-linux-x86-64|libc|libm|libdl|libpthread|librt|libresolv|libstdc\+\+|libgcc_s|libexpat)\.so' \
            >"$work/more" || true
    cat "$work/more"
    [ ! -s "$work/more" ]
}

# The youngest glibc that anything in it asks for.
youngest_glibc() {
    find "$work/squashfs-root/usr" -type f \( -name '*.so*' -o -path '*/bin/gatehouse*' \) -exec objdump -T {} + |
        grep -oE 'GLIBC_[0-9.]+' | sort -uV | tail -n 1
}

# The environment of a running program is what it hands to those that it starts.
same_environment() {
    local pid given
    env -i "${place[@]}" "$image" simulator --generation eap2 --port 0 --lifetime 60 >"$work/ready" 2>/dev/null &
    pid=$!
    for _ in $(seq 100); do
        [ ! -s "$work/ready" ] || break
        sleep 0.1
    done
    given=$(tr '\0' '\n' <"/proc/$pid/environ" | sort)
    kill -9 "$pid"
    wait "$pid" 2>/dev/null || true
    echo "$given"
    [ "$(cut -d = -f 1 <<<"$given" | xargs)" = "APPDIR APPIMAGE HOME TMPDIR" ]
}

# The keeper of the files ends after the program; it gets two seconds.
nothing_left() {
    for _ in $(seq 20); do
        if ! compgen -G "$work/tmp/.gatehouse-*" >/dev/null && ! grep -q "$work/tmp" /proc/self/mounts; then
            return 0
        fi
        sleep 0.1
    done
    ls -A "$work/tmp"
    return 1
}

programs_by_name() {
    mkdir -p "$work/bin"
    for program in gatehouse gatehouse-cli gatehouse-simulator; do
        ln -sf "$image" "$work/bin/$program"
    done
    [ "$("$work/bin/gatehouse-cli" --version)" = "gatehouse-cli $(version)" ] &&
        [ "$("$work/bin/gatehouse-simulator" --version-of-program)" = "gatehouse-simulator $(version)" ] &&
        [ "$("$work/bin/gatehouse" --version)" = "Gatehouse $(version)" ] &&
        [ "$("$image" cli --version)" = "gatehouse-cli $(version)" ] &&
        [ "$("$image" simulator --version-of-program)" = "gatehouse-simulator $(version)" ]
}

on_wayland() {
    need weston proof
    mkdir -m 700 "$work/runtime"
    env -i PATH="$PATH" XDG_RUNTIME_DIR="$work/runtime" weston --backend=headless-backend.so --socket=wayland-check \
        --idle-time=0 >"$work/weston" 2>&1 &
    local weston=$! result=0
    for _ in $(seq 100); do
        [ ! -S "$work/runtime/wayland-check" ] || break
        sleep 0.1
    done
    self_check env -i "${place[@]}" XDG_RUNTIME_DIR="$work/runtime" WAYLAND_DISPLAY=wayland-check \
        QT_QPA_PLATFORM=wayland "$image" --selfcheck --shot "$shots/wayland.png" && says 'platform plugin wayland' || result=$?
    kill "$weston"
    wait "$weston" 2>/dev/null || true
    return $result
}

check_host() {
    mkdir -m 700 "$work/tmp" "$work/home"
    place=(HOME="$work/home" TMPDIR="$work/tmp")
    try "libappimage: $(judged || true)" judged
    (cd "$work" && "$image" --appimage-extract >/dev/null)
    local tree=$work/squashfs-root
    try "desktop file" desktop-file-validate "$tree/usr/share/applications/gatehouse.desktop"
    try "AppStream" appstreamcli validate-tree --no-net "$tree/usr"
    try "all libraries are inside, but for those of every desktop" left_to_host
    local glibc
    glibc=$(youngest_glibc)
    try "runs with glibc 2.35 and newer ($glibc)" \
        test "$(printf '%s\nGLIBC_2.35\n' "$glibc" | sort -V | tail -n 1)" = GLIBC_2.35
    try "the three programs by name and by first argument" programs_by_name
    try "self-check in an empty environment" self_check env -i "${place[@]}" "$image" --selfcheck
    try "self-check unpacked, without FUSE" \
        self_check env -i "${place[@]}" "$image" --appimage-extract-and-run --selfcheck
    virtual_display
    try "self-check on X11 ($shots/x11.png)" \
        self_check env -i "${place[@]}" DISPLAY="$x11" "$image" --selfcheck --shot "$shots/x11.png"
    try "  it was the plugin xcb" says 'platform plugin xcb'
    try "the window with the demo on X11 ($shots/demo.png)" env -i "${place[@]}" DISPLAY="$x11" \
        "$image" --demo --screenshot "$shots/demo.png"
    if [ "$mode" = host ]; then
        try "self-check on Wayland ($shots/wayland.png)" on_wayland
        try "the main job" packaging/linux/walkthrough.sh "$work/bin" "$shots/walkthrough.png"
    fi
    try "what it starts gets the environment it got, and APPIMAGE and APPDIR" same_environment
    try "nothing is left behind, even after kill -9" nothing_left
}

# --- in a bare system ------------------------------------------------------------------------------------------------

in_root() { packaging/linux/chroot.sh run "$work/root" --as desk "$@"; }

# The main job with the secret in the keyring: add, look, let in, cancel, read the history.
desk_script() {
    cat <<'END'
set -eu
export XDG_RUNTIME_DIR=$HOME/runtime
mkdir -pm 700 "$XDG_RUNTIME_DIR"
cd "$HOME"
printf 'a password\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
bin/gatehouse --selfcheck --keychain --shot "$HOME/check.png"
bin/gatehouse-simulator --generation unifi-integration --port 0 --clients 14 --waiting 4 --seed 7 --lifetime 300 >ready &
simulator=$!
while [ ! -s ready ]; do sleep 0.1; kill -0 "$simulator"; done
cli() { echo "\$ gatehouse-cli $*"; bin/gatehouse-cli "$@"; }
mac=$(jq -r '.waiting[0]' ready)
jq -r .credentials.apiKey ready |
    cli controller add Hotel --url "$(jq -r .url ready)" --pin "$(jq -r .certificateSha256 ready)" --secret-stdin
cli clients --controller Hotel --state waiting
cli authorize --controller Hotel --mac "$mac" --minutes 120 --guest 'Ada Guest' --room 212
cli cancel --controller Hotel --mac "$mac" --reason 'Checked out'
cli history list
cli history verify
! grep -r "$(jq -r .credentials.apiKey ready)" .local
kill "$simulator"
END
}

check_chroot() {
    [ "$(id -u)" -eq 0 ] || die "--chroot needs root."
    packaging/linux/chroot.sh make "$work/root" fonts-dejavu-core xkb-data ca-certificates dbus gnome-keyring jq
    local home=$work/root/home/desk
    mkdir "$home/bin"
    cp "$image" "$home/Gatehouse.AppImage"
    for program in gatehouse gatehouse-cli gatehouse-simulator; do
        ln -s ../Gatehouse.AppImage "$home/bin/$program"
    done
    desk_script >"$home/desk.sh"
    chown -R --reference="$home" "$home"
    try "no FUSE in there" test ! -e "$work/root/dev/fuse"
    virtual_display
    try "the command line, in a bare Debian with fonts, D-Bus and a keyring" in_root bin/gatehouse-cli --version
    try "self-check on X11 with the keyring, then the main job" \
        in_root env DISPLAY="$x11" dbus-run-session -- sh desk.sh
    sed 's/^/     /' "$work/said"
    try "the window with the demo on X11" \
        in_root env DISPLAY="$x11" bin/gatehouse --demo --language de --screenshot demo.png
    cp "$home/check.png" "$shots/chroot-check.png"
    cp "$home/demo.png" "$shots/chroot-demo.png"
    try "nothing is left behind" test -z "$(find "$work/root/tmp" -name '.gatehouse-*')"
}

if [ "$mode" = chroot ]; then
    check_chroot
else
    check_host
fi
[ "$failures" -eq 0 ] || die "$failures checks failed, see above."
