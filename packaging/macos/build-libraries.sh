#!/usr/bin/env bash
# Builds what Gatehouse needs besides Qt for both kinds of Mac at once. Runs on a Mac only. See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/macos/build-libraries.sh SOURCES PREFIX

SOURCES holds the unpacked sources of openssl, libsodium, simdjson, expected and qtkeychain, in folders of these names.
Builds each for x86_64 and arm64, static but for QtKeychain, and installs it into PREFIX. Qt has to be found by CMake:
set CMAKE_PREFIX_PATH. Boost's headers are the same on every machine; take them from Homebrew.
END
}

case "${1-}" in
-h | --help)
    usage
    exit 0
    ;;
esac
[ $# -eq 2 ] || { usage >&2; exit 2; }
[ "$(uname -s)" = Darwin ] || die "this runs on a Mac only: the compiler for macOS and lipo are nowhere else."
sources=$(cd "$1" && pwd)
mkdir -p "$2"
prefix=$(cd "$2" && pwd)
export MACOSX_DEPLOYMENT_TARGET=${MACOSX_DEPLOYMENT_TARGET:-12.0}
jobs=$(sysctl -n hw.ncpu)
work=$(mktemp -d)
clean_up_at_end "$work"

# one_of_each BUILDER LIBRARY...: runs BUILDER once a kind of Mac, and joins the libraries.
one_of_each() {
    local builder=$1 architecture library
    shift
    for architecture in x86_64 arm64; do
        mkdir -p "$work/$builder/$architecture"
        (cd "$work/$builder/$architecture" && "$builder" "$architecture" "$work/$builder/$architecture/installed")
    done
    cp -R "$work/$builder/arm64/installed/." "$prefix/"
    for library in "$@"; do
        lipo -create "$work/$builder"/{x86_64,arm64}/installed/lib/"$library" -output "$prefix/lib/$library"
    done
}

openssl() {
    "$sources/openssl/Configure" "darwin64-$1-cc" no-shared no-tests no-apps no-docs --prefix="$2" --libdir=lib
    make -j"$jobs" build_libs
    make install_dev
}

libsodium() {
    local host=$1
    [ "$host" != arm64 ] || host=aarch64
    CFLAGS="-O2 -arch $1" "$sources/libsodium/configure" --host="$host-apple-darwin" --disable-shared --prefix="$2"
    make -j"$jobs" install
    sed -i '' "s|^prefix=.*|prefix=$prefix|" "$2/lib/pkgconfig/libsodium.pc"
}

by_cmake() {
    local name=$1
    shift
    cmake -S "$sources/$name" -B "$work/$name" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        "-DCMAKE_OSX_ARCHITECTURES=x86_64;arm64" "-DCMAKE_INSTALL_PREFIX=$prefix" "-DCMAKE_PREFIX_PATH=$prefix;${CMAKE_PREFIX_PATH-}" "$@"
    cmake --build "$work/$name"
    cmake --install "$work/$name"
}

one_of_each openssl libcrypto.a libssl.a
one_of_each libsodium libsodium.a
by_cmake simdjson -DBUILD_SHARED_LIBS=OFF -DSIMDJSON_DEVELOPER_MODE=OFF
by_cmake expected -DEXPECTED_BUILD_TESTS=OFF
by_cmake qtkeychain -DBUILD_WITH_QT6=ON -DBUILD_TRANSLATIONS=OFF
