#!/usr/bin/env bash
# Runs one Windows program of a cross-build under wine, as CMake's emulator: ctest runs the tests through it. The DLLs
# come from the folder that build-qt.sh made. Usage: under-wine.sh PROGRAM.exe [ARGUMENT...]
set -euo pipefail
windows=$(cd "$(dirname "$0")" && pwd)
prefix=${GATEHOUSE_MINGW_PREFIX:-$("$windows/build-qt.sh" --where)}
gcc=$(x86_64-w64-mingw32-g++-posix -print-file-name=libstdc++-6.dll)
export WINEPREFIX=${WINEPREFIX:-${XDG_CACHE_HOME:-$HOME/.cache}/gatehouse/wine}
export WINEDEBUG=${WINEDEBUG--all} WINEDLLOVERRIDES='mscoree,mshtml='
export WINEPATH="Z:${prefix//\//\\};Z:${prefix//\//\\}\\bin;Z:${gcc%/*};Z:\\usr\\x86_64-w64-mingw32\\lib"
export QT_PLUGIN_PATH="Z:$prefix/plugins"
mkdir -p "${WINEPREFIX%/*}"
case "${1##*/}" in
tst_*)
    # QtTest writes to Windows' debugger where there is no console, so it is given a file. So is the program, for the
    # services that the first one starts keep what they inherit open.
    said=$(mktemp -d)
    trap 'rm -rf "$said"' EXIT
    code=0
    wine "$@" -o "Z:$said/results,txt" </dev/null >"$said/words" 2>&1 || code=$?
    cat "$said"/*
    exit "$code"
    ;;
*) exec wine "$@" ;;
esac
