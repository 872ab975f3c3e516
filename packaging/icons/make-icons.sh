#!/usr/bin/env bash
# Makes every icon file that a package needs from the one drawing, resources/gatehouse.svg. See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/icons/make-icons.sh FOLDER

Writes into FOLDER, from resources/gatehouse.svg:
  gatehouse-16.png … gatehouse-512.png   16, 24, 32, 48, 64, 128, 256 and 512 pixels
  gatehouse.ico                          Windows: 16 to 256 pixels
  gatehouse.icns                         macOS: 16 to 512 pixels

Needs rsvg-convert, and icotool and png2icns for the last two: packaging/linux/dependencies.sh icons. On a Mac, iconutil
takes the place of png2icns.
END
}

case "${1-}" in
-h | --help)
    usage
    exit 0
    ;;
'')
    usage >&2
    exit 2
    ;;
esac

need rsvg-convert icons
mkdir -p "$1"
output=$(cd "$1" && pwd)
work=$(work_folder "$output")
clean_up_at_end "$work"

for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width=$size --height=$size --output="$work/gatehouse-$size.png" resources/gatehouse.svg
done
made=("$work"/gatehouse-*.png)

if [ "$(uname -s)" = Darwin ]; then
    set_folder=$work/gatehouse.iconset
    mkdir "$set_folder"
    for size in 16 32 128 256 512; do
        cp "$work/gatehouse-$size.png" "$set_folder/icon_${size}x${size}.png"
        [ $size = 16 ] || cp "$work/gatehouse-$size.png" "$set_folder/icon_$((size / 2))x$((size / 2))@2x.png"
    done
    iconutil --convert icns --output "$work/gatehouse.icns" "$set_folder"
else
    need icotool icons
    need png2icns icons
    # From 256 pixels on, Windows wants PNG inside of the icon file.
    icotool --create --output="$work/gatehouse.ico" "$work"/gatehouse-{16,24,32,48,64,128}.png \
        --raw="$work/gatehouse-256.png"
    png2icns "$work/gatehouse.icns" "$work"/gatehouse-{16,32,48,128,256,512}.png >/dev/null
    made+=("$work/gatehouse.ico")
fi
made+=("$work/gatehouse.icns")
publish "$output" "${made[@]}"
