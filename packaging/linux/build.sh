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

# GCC never writes the same precompiled header twice, so ccache would know no object of another checkout. It takes a
# checksum beside the header instead, where there is one: here of all the files that are in it, but for the one that
# CMake writes and that names the checkout.
know_precompiled_header() {
    local header=CMakeFiles/gatehouse_pch.dir/cmake_pch.hxx.gch
    cmake --build --preset "$preset" --target gatehouse_pch
    [ -f "$folder/$header" ] || return 0
    (cd "$folder" && ninja -t deps "$header" |
        sed -n 's/^ \{4\}//p' | grep -v '^CMakeFiles/' |
        xargs -d '\n' sha256sum | cut -d ' ' -f 1) | sha256sum >"$folder/$header.sum"
}

echo "Building $folder ..."
export CCACHE_PCH_EXTSUM=1
know_precompiled_header
cmake --build --preset "$preset"
echo "Built $folder in $SECONDS s."
