#!/usr/bin/env bash
# The one list of the Debian packages that Gatehouse needs, and the step that installs what is missing of them.
set -euo pipefail

usage() {
    cat <<'END'
Usage: packaging/linux/dependencies.sh [--list | --check] GROUP...

Installs what is missing of these groups of Debian packages (as root, else with sudo):
  build     compiler, CMake, Qt and the libraries to build the programs
  run       what the finished programs load, and what the demo walk-through uses
  test      what the tests need besides
  bench     what the benchmarks measure Gatehouse against
  leaks     what the soak looks for leaks with
  tidy      clang-tidy and its compiler
  asan      clang with its sanitizers
  fuzz      clang with its fuzzer
  icons     what turns the drawing of the icon into those of Windows and macOS
  package   what every package needs, the Debian package, and the check of all packaging files
  appimage  what an AppImage is made with and judged by
  msi       the cross compiler and what the Windows installer is made with
  wine      what Windows programs are tried in here
  proof     what packages are tried in: a bare Debian, a Wayland screen

  --list    print the packages, install nothing
  --check   print the packages that are missing, install nothing
END
}

packages_of() {
    case "$1" in
    build)
        echo git ca-certificates cmake ninja-build g++ ccache mold \
            qt6-base-dev qt6-base-dev-tools qt6-websockets-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools \
            libgl1-mesa-dev libvulkan-dev libqt6sql6-sqlite qtkeychain-qt6-dev \
            libexpected-dev libsimdjson-dev libboost-dev libssl-dev libsodium-dev pkg-config zlib1g-dev librsvg2-bin
        ;;
    run)
        echo libqt6sql6-sqlite libqt6sql6-psql qt6-translations-l10n qt6-wayland fonts-dejavu-core xkb-data ca-certificates jq
        ;;
    test)
        echo libnghttp2-dev dbus gnome-keyring libsecret-tools libqt6sql6-psql postgresql fonts-dejavu-core qt6-translations-l10n jq \
            xvfb openbox at-spi2-core python3-gi gir1.2-atspi-2.0
        ;;
    bench)
        echo curl jq xvfb
        # Node from elsewhere brings an npm of its own, beside which Debian's cannot be installed.
        command -v node >/dev/null || echo nodejs
        command -v npm >/dev/null || echo npm
        ;;
    leaks) echo heaptrack ;;
    tidy) echo clang clang-tidy ;;
    asan | fuzz) echo clang libclang-rt-dev llvm ;;
    icons) echo librsvg2-bin icoutils icnsutils ;;
    package)
        echo jq binutils dpkg-dev file lintian desktop-file-utils appstream libxml2-utils shellcheck yamllint groff-base
        command -v node >/dev/null || echo nodejs
        command -v npm >/dev/null || echo npm
        ;;
    appimage)
        echo jq squashfs-tools patchelf binutils libsquashfuse-dev libfuse3-dev fuse3 zlib1g-dev libzstd-dev liblzma-dev \
            liblz4-dev liblzo2-dev libsecret-1-0 libappimage-dev qt6-wayland libqt6sql6-psql qt6-translations-l10n appstream xvfb
        ;;
    msi)
        echo g++-mingw-w64-x86-64-posix mingw-w64-tools libz-mingw-w64-dev wixl msitools osslsigncode python3 jq \
            qt6-translations-l10n dpkg-dev perl tcl autoconf automake libtool make
        ;;
    wine) echo wine wine64 msitools xvfb xauth fonts-dejavu-core jq ;;
    proof) echo debootstrap zstd weston xvfb dbus gnome-keyring ;;
    *)
        echo "dependencies.sh: there is no group '$1'." >&2
        return 2
        ;;
    esac
}

missing_of() {
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p') || true
    comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed") | xargs
}

# Package lists are fetched only when apt does not know a package, or when what it knows has gone from the mirror.
install_packages() {
    local as_root=() apt
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0)
    local install=("${apt[@]}" install --no-install-recommends "$@")
    if ! apt-get -qq -s install --no-install-recommends "$@" >/dev/null 2>&1; then
        "${apt[@]}" update && "${install[@]}"
    else
        "${install[@]}" || { "${apt[@]}" update && "${install[@]}"; }
    fi
}

mode=install
case "${1-}" in
-h | --help)
    usage
    exit 0
    ;;
--list | --check)
    mode=${1#--}
    shift
    ;;
esac
if [ $# -eq 0 ]; then
    usage >&2
    exit 2
fi

wanted=()
for group in "$@"; do
    list=$(packages_of "$group")
    read -ra of_group <<<"$list"
    wanted+=("${of_group[@]}")
done

if [ "$mode" = list ]; then
    printf '%s\n' "${wanted[@]}" | sort -u
    exit 0
fi

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This is not Debian or Ubuntu, so nothing can be installed here. These Debian packages, or what your system calls" >&2
    echo "them, are needed: $(printf '%s\n' "${wanted[@]}" | sort -u | xargs)" >&2
    exit 0
fi

read -ra missing <<<"$(missing_of "${wanted[@]}")"
[ "${#missing[@]}" -gt 0 ] || exit 0
if [ "$mode" = check ]; then
    printf '%s\n' "${missing[@]}"
    exit 0
fi

echo "Installing ${#missing[@]} missing packages: ${missing[*]}"
if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    echo "This needs root, and there is no sudo here. Please run this as root, then try again:" >&2
    echo "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi
if ! install_packages "${missing[@]}"; then
    echo "The packages could not be installed. Please run this as root, then try again:" >&2
    echo "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi
