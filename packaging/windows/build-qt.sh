#!/usr/bin/env bash
# Cross-builds what Gatehouse needs on Windows, from Debian's sources, into a cache. See --help.
set -euo pipefail
windows=$(cd "$(dirname "$0")" && pwd)

usage() {
    cat <<'END'
Usage: packaging/windows/build-qt.sh [--where | --force]

Builds Qt (its base module), OpenSSL, SQLite, QtKeychain, libsodium and simdjson for Windows, from Debian's source
packages, and prints the folder where they lie. What is there already is not built again: half an hour the first time.

  --where   print the folder, build nothing; exit code 1 when it is not there yet
  --force   build it anew

The folder is ${XDG_CACHE_HOME:-~/.cache}/gatehouse/qt-mingw64-HASH. The hash is that of this script and of
mingw64.cmake, so a change of either makes a new one. It is moved there when it is whole.
END
}

# The upstream archives, by the SHA-256 that was seen when this recipe was tried. Debian's own changes come on top of
# Qt and nothing else. SQLite is what Qt bundles, and Debian took out.
archives='
4f14b89a9463a540fd84a6718b8519a2297119b454ef547721015a9e9019ae9e  qt6-base_6.4.2+dfsg.orig.tar.xz
67ebca7e50d17383028045486653492195b83db95f8558709701bb47b5c1ef81  openssl_3.0.22.orig.tar.gz
aaa776260ab4dc976db34aa7891819484c8676b5b2783123ebc6301e2ca5d655  sqlite3_3.40.1.orig.tar.xz
d59323c6b712a1519a5daf710b68f5e7fde57040845ffec53850911f10a5d4f4  libsodium_1.0.18.orig.tar.gz
156b1bc5eb0561b2bd166b46d191fd3d95a3e709cc63761477d3b7aec2b6e9ed  simdjson_3.0.1.orig.tar.gz
f4254dc8f0933b06d90672d683eab08ef770acd8336e44dfa030ce041dc2ca22  qtkeychain_0.15.0.orig.tar.gz
'
needed_mb=3500
mingw=x86_64-w64-mingw32

failed() {
    echo "build-qt.sh: $*" >&2
    exit 1
}

say() { printf '%5d s  %s\n' "$SECONDS" "$*" >&2; }

# Runs a build step; what it says is shown only when it fails.
quietly() {
    local log=$work/log
    "$@" >"$log" 2>&1 || {
        tail -n 40 "$log" >&2
        failed "this failed: $1 ${2-} (see above)"
    }
}

need_tools() {
    local tool
    for tool in "$mingw-g++-posix" "$mingw-windres" cmake ninja pkg-config perl tclsh autoreconf libtoolize dpkg-source apt-get; do
        command -v "$tool" >/dev/null ||
            failed "'$tool' is missing. Please run packaging/linux/dependencies.sh build msi, then try again."
    done
    local host
    host=$(pkg-config --modversion Qt6Core 2>/dev/null || qtpaths6 --query QT_VERSION 2>/dev/null || true)
    [ "$host" = 6.4.2 ] ||
        failed "this machine's Qt is '${host:-missing}', and its moc must be of the version that is built, 6.4.2. Debian 12 has it."
}

need_space() {
    local free_mb
    free_mb=$(df -Pm "$cache" | awk 'NR == 2 { print $4 }')
    [ "$free_mb" -ge "$needed_mb" ] ||
        failed "$cache has $free_mb MB free, and this needs $needed_mb MB. Make room, or set XDG_CACHE_HOME to a larger disk."
}

# apt with lists and caches of its own: nothing of this machine's is changed, and it need not be root.
# Arguments: the name, the suite to ask instead of this machine's own (or ''), then what apt-get is to do.
private_apt() {
    local name=$1 suite=$2 apt=$work/apt-$1
    shift 2
    if [ ! -d "$apt" ]; then
        mkdir -p "$apt/parts" "$apt/lists/partial" "$apt/cache/archives/partial"
        local file
        for file in /etc/apt/sources.list.d/*.sources; do
            [ ! -f "$file" ] || sed 's/^Types:.*/Types: deb-src/' "$file" >"$apt/parts/$(basename "$file")"
        done
        for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
            [ ! -f "$file" ] || sed -n 's/^deb /deb-src /p' "$file" >"$apt/parts/$(basename "$file" .list).list"
        done
        if [ -n "$suite" ]; then
            sed -i -E "s/^Suites:.*bookworm-security.*/Enabled: no\n&/; s/^Suites:.*/Suites: $suite/" "$apt"/parts/*
            sed -i -E "/bookworm-(security|updates)/d; s/ bookworm / $suite /" "$apt"/parts/*
        fi
        cat >"$apt/apt.conf" <<END
Dir::Etc::sourcelist "-";
Dir::Etc::sourceparts "$apt/parts";
Dir::State::lists "$apt/lists";
Dir::Cache "$apt/cache";
APT::Sandbox::User "root";
END
        APT_CONFIG=$apt/apt.conf apt-get -q update >"$apt/log" 2>&1 || {
            cat "$apt/log" >&2
            failed "Debian's list of sources cannot be read. Is there a network? (see above)"
        }
    fi
    # Not every mirror has every part of a source; what counts is checked afterwards.
    (cd "$work/sources" && APT_CONFIG=$apt/apt.conf apt-get -q source "$@" >>"$apt/log" 2>&1) || true
}

fetch() {
    say "fetching Debian's sources"
    mkdir -p "$work/sources"
    private_apt own '' --download-only qt6-base
    local name
    for name in openssl sqlite3 libsodium simdjson; do
        private_apt own '' --download-only --tar-only "$name"
    done
    # Debian 12's QtKeychain is too old for nothing we use, but its archive is missing from mirrors.
    private_apt newer trixie --download-only --tar-only qtkeychain
    cd "$work/sources"
    sed '/^$/d' <<<"$archives" >sums
    sha256sum --quiet -c sums || {
        tail -n 5 "$work"/apt-*/log >&2
        failed "these sources did not come, or are of another version (see above). Try again, or a Debian 12 mirror that has them."
    }
    ls qt6-base_6.4.2*.dsc >/dev/null 2>&1 || failed "Debian's changes to qt6-base did not come. Please try again."
    cd "$work"
}

unpack() { # archive, folder
    mkdir -p "$work/$2"
    tar -xf "$work/sources/$1" -C "$work/$2" --strip-components=1
}

# The variables of the environment and of CMake that every part is built with.
build_cmake() { # source, build folder, options
    local source=$1 build=$2
    shift 2
    quietly cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_TOOLCHAIN_FILE="$windows/mingw64.cmake" -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_PREFIX_PATH="$prefix" "$@"
    quietly cmake --build "$build"
    quietly cmake --install "$build" --strip
}

# The TLS of the simulated controllers and of the program itself: Windows' own cannot serve with the keys that
# simulators make, and Qt built by mingw gets neither TLS 1.3 nor HTTP/2 out of it. No settings file is read and no
# module loaded at run time: a folder that anybody may write would be a way in.
build_openssl() {
    say "OpenSSL"
    unpack openssl_3.0.22.orig.tar.gz openssl
    cd "$work/openssl"
    CC=gcc-posix CXX=g++-posix quietly ./Configure mingw64 --cross-compile-prefix="$mingw-" --prefix="$prefix" --libdir=lib \
        --openssldir='C:/Program Files/Common Files/SSL' \
        shared no-tests no-module no-engine no-dso no-legacy no-autoload-config no-ssl3 no-comp no-dtls no-srp
    quietly make -j"$jobs" build_libs
    quietly make install_dev
    "$mingw-strip" "$prefix"/bin/lib{crypto,ssl}-3-x64.dll
    rm -f "$prefix"/lib/lib{crypto,ssl}.a
    cd "$work"
}

build_qt() {
    say "unpacking Qt and SQLite"
    quietly dpkg-source --no-check -x "$work"/sources/qt6-base_6.4.2*.dsc "$work/qt"
    unpack sqlite3_3.40.1.orig.tar.xz sqlite
    cd "$work/sqlite"
    quietly ./configure --disable-tcl
    quietly make sqlite3.c
    mkdir -p "$work/qt/src/3rdparty/sqlite"
    cp sqlite3.c sqlite3.h "$work/qt/src/3rdparty/sqlite/"
    cd "$work"
    say "Qt, the long part"
    local off
    local options=(-DQT_QMAKE_TARGET_MKSPEC=win32-g++ -DBUILD_SHARED_LIBS=ON -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF
        -DINPUT_openssl=linked -DOPENSSL_ROOT_DIR="$prefix" -DFEATURE_schannel=OFF -DFEATURE_dtls=OFF -DINPUT_opengl=no)
    for off in pkg_config dbus icu glib zstd brotli opengl vulkan sql_odbc sql_mysql sql_psql gif tuiotouch \
        androiddeployqt macdeployqt windeployqt; do
        options+=("-DFEATURE_$off=OFF")
    done
    # What Debian took out of the source and nothing here needs. Direct2D stays on: 6.4.2 does not link without it.
    options+=(-DFEATURE_tabletevent=OFF)
    for off in sqlite zlib png jpeg freetype harfbuzz pcre2 doubleconversion libb2; do
        options+=("-DFEATURE_system_$off=OFF")
    done
    build_cmake "$work/qt" "$work/qt-build" "${options[@]}"
}

build_keychain() {
    say "QtKeychain"
    unpack qtkeychain_0.15.0.orig.tar.gz qtkeychain
    sed -i 's#/utf-8##' "$work/qtkeychain/qtkeychain/CMakeLists.txt" # an option of MSVC, given to every compiler
    build_cmake "$work/qtkeychain" "$work/qtkeychain-build" -DBUILD_WITH_QT6=ON -DBUILD_TRANSLATIONS=OFF -DBUILD_TEST_APPLICATION=OFF
}

build_simdjson() {
    say "simdjson"
    unpack simdjson_3.0.1.orig.tar.gz simdjson
    build_cmake "$work/simdjson" "$work/simdjson-build" -DBUILD_SHARED_LIBS=OFF -DSIMDJSON_DEVELOPER_MODE=OFF
}

build_sodium() {
    say "libsodium"
    unpack libsodium_1.0.18.orig.tar.gz libsodium
    cd "$work/libsodium"
    quietly ./autogen.sh -s
    quietly ./configure --host="$mingw" CC="$mingw-gcc-posix" --disable-shared --prefix="$prefix"
    quietly make -j"$jobs"
    quietly make install
    # Without this its header asks for a DLL.
    sed -i 's/^Cflags:.*/& -DSODIUM_STATIC/' "$prefix/lib/pkgconfig/libsodium.pc"
    cd "$work"
}

# Headers that Debian has for every system; only these, as /usr/include itself is Linux's.
copy_headers() {
    mkdir -p "$prefix/include" "$prefix/lib/cmake"
    cp -r /usr/include/tl "$prefix/include/"
    cp -r /usr/share/cmake/tl-expected "$prefix/lib/cmake/"
    ln -s /usr/include/boost "$prefix/include/boost"
}

collect_licenses() {
    mkdir "$prefix/licenses"
    cp "$work/qt/LICENSES/LGPL-3.0-only.txt" "$prefix/licenses/Qt.txt"
    cp "$work/openssl/LICENSE.txt" "$prefix/licenses/OpenSSL.txt"
    cp "$work/qtkeychain/COPYING" "$prefix/licenses/QtKeychain.txt"
    cp "$work/libsodium/LICENSE" "$prefix/licenses/libsodium.txt"
    cp "$work/simdjson/LICENSE" "$prefix/licenses/simdjson.txt"
    local package
    for package in libz-mingw-w64-dev libboost-dev libexpected-dev gcc-mingw-w64-base mingw-w64-common; do
        cp "/usr/share/doc/$package/copyright" "$prefix/licenses/$package.txt"
    done
}

write_sources() {
    sed -n 's/.*  \([a-z0-9-]*\)_\([0-9.]*[0-9]\)[+.].*/\1 \2/p' <<<"$archives" >"$prefix/sources.txt"
}

mode=build
case "${1-}" in
'') ;;
-h | --help)
    usage
    exit 0
    ;;
--where) mode=where ;;
--force) mode=force ;;
*)
    usage >&2
    exit 2
    ;;
esac

cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatehouse
hash=$(cat "$windows/build-qt.sh" "$windows/mingw64.cmake" | sha256sum | cut -c1-12)
finished=$cache/qt-mingw64-$hash
if [ "$mode" != force ] && [ -f "$finished/sources.txt" ]; then
    echo "$finished"
    exit 0
fi
if [ "$mode" = where ]; then
    echo "$finished"
    exit 1
fi

need_tools
mkdir -p "$cache" || failed "$cache cannot be made. Set XDG_CACHE_HOME to a folder that can be written."
need_space
exec 9>"$cache/qt-mingw64.lock"
flock -n 9 || {
    say "waiting for another build-qt.sh"
    flock 9
    [ "$mode" = force ] || [ ! -f "$finished/sources.txt" ] || exec "$0"
}

SECONDS=0
jobs=$(nproc)
work=$(mktemp -d "$cache/building-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP
prefix=$work/prefix
export SOURCE_DATE_EPOCH=1672531200 GATEHOUSE_MINGW_PREFIX=$prefix LC_ALL=C.UTF-8
unset PKG_CONFIG_PATH CFLAGS CXXFLAGS CPPFLAGS LDFLAGS
fetch
build_openssl
build_qt
build_keychain
build_simdjson
build_sodium
copy_headers
collect_licenses
write_sources
rm -rf "$finished"
mv "$prefix" "$finished"
say "built: $(du -sm "$finished" | cut -f1) MB"
echo "$finished"
