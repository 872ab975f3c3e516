#!/usr/bin/env bash
# Has every packaging file read by what knows its kind, and builds and tries the packages that can be made here.
set -euo pipefail
cd "$(dirname "$0")/.."
export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}

usage() {
    cat <<'END'
Usage: packaging/try.sh [--tree BUILD]

Lints what is in packaging/, looks whether planted errors are found, builds the Debian package and the AppImage into
build/packages/, tries them, and the installer for Windows where the cross-built Qt is in its cache. Installs what is
missing (Debian).

  --tree BUILD   pack the programs of this folder, and of no older commit: quicker by two builds
END
}

tree=()
old=(--from HEAD~1)
case "${1-}" in
'') ;;
-h | --help)
    usage
    exit 0
    ;;
--tree)
    tree=(--tree "${2:?--tree takes a folder}")
    old=(--old "$2/bin")
    ;;
*)
    usage >&2
    exit 2
    ;;
esac

packages=build/packages
failed=()

# part NAME COMMAND...: a failure does not keep the later parts from running.
part() {
    local name=$1
    shift
    printf '\n=== %s (after %d s)\n' "$name" "$SECONDS"
    "$@" || failed+=("$name")
}

# The installer for Windows, where the Qt that it takes half an hour to build is in its cache.
windows() {
    if ! packaging/windows/build-qt.sh --where >/dev/null 2>&1; then
        echo "LEFT OUT: the Qt for Windows is not in its cache, so no MSI was built or tried."
        echo "packaging/windows/build-qt.sh makes it, in half an hour."
        return 0
    fi
    packaging/windows/build-msi.sh "$packages" && packaging/windows/check-msi.sh "$packages"/*.msi
}

upgrade() {
    if [ "${old[0]}" = --from ] && ! git rev-parse --quiet --verify HEAD~1 >/dev/null; then
        echo "LEFT OUT: this clone has no commit before the last, so both sides of the upgrade are this build."
        old=(--old build/release/bin)
    fi
    packaging/linux/check-upgrade.sh "${old[@]}" "$packages"/*.AppImage
}

rm -rf "$packages"
part "lint" packaging/lint.sh
part "lint finds planted errors" packaging/lint-selftest.sh
part "Debian package" packaging/linux/build-deb.sh "${tree[@]}" "$packages"
part "AppImage" packaging/appimage/build.sh "${tree[@]}" "$packages"
part "AppImage, tried" packaging/appimage/check.sh --quick --shots build/shots "$packages"/*.AppImage
part "upgrade" upgrade
part "Windows" windows

if [ "${#failed[@]}" -gt 0 ]; then
    printf 'Failed: %s. See above.\n' "$(IFS=,; echo "${failed[*]}")" >&2
    exit 1
fi
printf '\nEverything was tried in %d s.\n' "$SECONDS"
