#!/usr/bin/env bash
# Cross-builds Gatehouse for Windows into build/windows. Usage: packaging/windows/build.sh [TARGET...]
# The libraries are those of build-qt.sh, or lie in the folder that GATEHOUSE_MINGW_PREFIX names.
set -euo pipefail
cd "$(dirname "$0")/../.."
export GATEHOUSE_MINGW_PREFIX=${GATEHOUSE_MINGW_PREFIX:-$(packaging/windows/build-qt.sh)}
build=build/windows

# CMake remembers where it found libraries: with others it has to look anew.
known=$(sed -n 's/^GATEHOUSE_MINGW_PREFIX:PATH=//p' $build/CMakeCache.txt 2>/dev/null || true)
if [ "$known" != "$GATEHOUSE_MINGW_PREFIX" ] || [ CMakePresets.json -nt $build/build.ninja ]; then
    echo "Configuring $build ..."
    if ! said=$(cmake --fresh --preset windows 2>&1); then
        printf '%s\n' "$said" >&2
        exit 1
    fi
fi
echo "Building $build ..."
cmake --build --preset windows ${1:+--target "$@"}
