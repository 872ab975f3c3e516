#!/usr/bin/env bash
# Builds the AppImage. See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/appimage/build.sh [--small] [--tree BUILD] [FOLDER]

Builds FOLDER/Gatehouse-VERSION-x86_64.AppImage, with a bill of materials beside it; FOLDER is build/packages if not
given. Installs what is missing (Debian), builds the preset 'release', gathers the libraries, and packs all of it behind
a runtime of our own. The same commit on the same system gives the same bytes.

  --small        pack as tightly as possible: a tenth of the size less, ten times the time
  --tree BUILD   take what is built in this folder, and build nothing
END
}

level=6
tree=
output=build/packages
while [ $# -gt 0 ]; do
    case "$1" in
    -h | --help)
        usage
        exit 0
        ;;
    --small) level=19 ;;
    --tree)
        tree=${2:?--tree takes a folder}
        shift
        ;;
    -*)
        usage >&2
        exit 2
        ;;
    *) output=$1 ;;
    esac
    shift
done

[ "$(uname -sm)" = "Linux x86_64" ] || die "an AppImage can be built on 64-bit PCs with Linux only."
packaging/linux/dependencies.sh build run appimage package
for tool in mksquashfs patchelf dpkg-query strip cc jq; do
    need "$tool" appimage
done
if [ -z "$tree" ]; then
    packaging/linux/build.sh release
    tree=build/release
fi

SOURCE_DATE_EPOCH=$(source_date_epoch)
export SOURCE_DATE_EPOCH
work=$(work_folder "$output")
clean_up_at_end "$work"
app=$work/AppDir
name=Gatehouse-$(version)-x86_64.AppImage

echo "Gathering what Gatehouse needs of this system ..."
quietly "installing into $app" env DESTDIR="$app" cmake --install "$tree" --prefix /usr --strip
mkdir -p "$app/usr/lib" "$app/usr/share/doc"
cp LICENSE "$app/usr/share/doc/gatehouse.LICENSE"
cmake -D "TREE=$app/usr" -D "PACKAGES=$work/packages" -P packaging/appimage/deploy.cmake ||
    die "the libraries could not be gathered, see above."
ln -s usr/bin/gatehouse "$app/AppRun"
ln -s usr/share/applications/gatehouse.desktop "$app/gatehouse.desktop"
ln -s usr/share/icons/hicolor/256x256/apps/gatehouse.png "$app/gatehouse.png"
ln -s gatehouse.png "$app/.DirIcon"

echo "Building the runtime ..."
static=(-lsquashfuse_ll -lfuse3 -lz -llzma -llzo2 -llz4 -lzstd -lpthread -ldl)
# The linker warns that libfuse's modules, which are not used, would want a shared C library.
quietly "building the runtime" cc -O2 -Wall -Wextra -static -ffunction-sections -fdata-sections -Wl,--gc-sections \
    -Wl,--build-id=none "-DGATEHOUSE_VERSION=\"$(version)\"" -I/usr/include/squashfuse packaging/appimage/runtime.c \
    -o "$work/runtime" "${static[@]}"
strip "$work/runtime"
# The mark of AppImages of type 2, in bytes that ELF leaves unused.
printf 'AI\002' | dd of="$work/runtime" bs=1 seek=8 conv=notrunc status=none

echo "Packing ..."
# mksquashfs refuses to be told times twice, and its own variable leaves older files at theirs.
quietly "packing into $output" env -u SOURCE_DATE_EPOCH mksquashfs "$app" "$work/files" -root-owned -noappend \
    -no-progress -comp zstd -Xcompression-level $level \
    -mkfs-time "$SOURCE_DATE_EPOCH" -all-time "$SOURCE_DATE_EPOCH"
cat "$work/runtime" "$work/files" >"$work/$name"
chmod 755 "$work/$name"

mapfile -t contained <"$work/packages"
{
    components_of CONTAINS "${contained[@]}"
    components_of STATIC_LINK libsquashfuse-dev libfuse3-dev zlib1g-dev libzstd-dev liblzma-dev liblz4-dev liblzo2-dev \
        libc6-dev libexpected-dev libboost-dev
} >"$work/components"
packaging/finish.sh "$output" "$work/$name" "$work/components"
say_package "$output/$name"
