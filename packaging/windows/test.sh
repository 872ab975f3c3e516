#!/usr/bin/env bash
# Builds the tests that need no window as Windows programs and runs them under wine. See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."

usage() {
    cat <<'END'
Usage: packaging/windows/test.sh [CTEST-ARGUMENT...]

Cross-builds the tests into build/windows and runs them under wine, in a Windows of its own that is gone afterwards. Left
out are those that need a window, a D-Bus session, HTTP/2, POSIX signals, or read the source. Other arguments go to
ctest: -R store runs only the tests with that name. Installs missing packages, as ./run does.
END
}

case "${1-}" in
-h | --help)
    usage
    exit 0
    ;;
esac
packaging/linux/dependencies.sh build icons msi wine
GATEHOUSE_MINGW_PREFIX=${GATEHOUSE_MINGW_PREFIX:-$(packaging/windows/build-qt.sh)}
export GATEHOUSE_MINGW_PREFIX
packaging/windows/build.sh

WINEPREFIX=$(mktemp -d)
export WINEPREFIX WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
finish() {
    wineserver -k 2>/dev/null || true
    rm -rf "$WINEPREFIX"
}
trap finish EXIT
trap 'exit 130' INT TERM HUP
echo "Making a Windows to run the tests in ..."
wineboot --init >/dev/null 2>&1
wine winecfg -v win10 >/dev/null 2>&1
wineserver -w
# Kept running, so that no test has to wait for it to start.
wineserver -p600
ctest --preset windows "$@"
