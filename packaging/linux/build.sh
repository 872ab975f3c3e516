#!/usr/bin/env bash
# Builds one CMake preset into build/PRESET. Usage: packaging/linux/build.sh PRESET
set -euo pipefail
cd "$(dirname "$0")/../.."
preset=${1:?Usage: packaging/linux/build.sh PRESET}
folder=build/$preset
SECONDS=0

# Ninja calls CMake by itself when a CMakeLists.txt changes; only a first build or other presets need it from here.
if [ ! -f "$folder/build.ninja" ] || [ CMakePresets.json -nt "$folder/build.ninja" ]; then
    echo "Configuring $folder ..."
    if ! said=$(cmake --preset "$preset" 2>&1); then
        printf '%s\n' "$said" >&2
        exit 1
    fi
fi
echo "Building $folder ..."
cmake --build --preset "$preset"
echo "Built $folder in $SECONDS s."
