#!/usr/bin/env bash
# Builds the disk image for macOS, and tries it. Runs on a Mac only. See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/macos/build-dmg.sh PREFIX [FOLDER]

Builds FOLDER/Gatehouse-VERSION.dmg for both kinds of Mac, with a bill of materials beside it, then mounts it, copies the
application out and runs its self-check; FOLDER is build/packages if not given. PREFIX holds the libraries that
packaging/macos/build-libraries.sh made. Needs Xcode's command line tools, Qt 6.5 or newer (macdeployqt on the PATH),
and cmake, ninja, pkg-config, boost, jq and librsvg.

Signed and notarised where these variables are set, with a warning where they are not:
  MACOS_IDENTITY                                    the name of a Developer ID certificate in the keychain
  NOTARY_APPLE_ID, NOTARY_TEAM_ID, NOTARY_PASSWORD  the account that Apple's notary knows
END
}

case "${1-}" in
-h | --help)
    usage
    exit 0
    ;;
'' | -*)
    usage >&2
    exit 2
    ;;
esac
[ "$(uname -s)" = Darwin ] || die "a disk image can be built on a Mac only: codesign, hdiutil and macdeployqt are nowhere else."
for tool in cmake ninja macdeployqt codesign hdiutil lipo rsvg-convert jq; do
    command -v "$tool" >/dev/null || die "the program '$tool' is missing. Install Xcode's command line tools, Qt, and with Homebrew: cmake ninja pkgconf boost jq librsvg."
done
prefix=$(cd "$1" && pwd)
mkdir -p "${2:-build/packages}"
output=$(cd "${2:-build/packages}" && pwd)
work=$(work_folder "$output")
mounted=
cleanup() {
    [ -z "$mounted" ] || hdiutil detach -force "$mounted" >/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

name=Gatehouse-$(version).dmg
image=$work/image
app=$image/Gatehouse.app

echo "Building for both kinds of Mac ..."
packaging/icons/make-icons.sh build/icons
cmake -S . -B build/macos -G Ninja -DCMAKE_BUILD_TYPE=Release -DGATEHOUSE_TESTS=OFF -DGATEHOUSE_BUNDLE=ON \
    "-DGATEHOUSE_ICNS=$PWD/build/icons/gatehouse.icns" "-DCMAKE_OSX_ARCHITECTURES=x86_64;arm64" \
    -DCMAKE_OSX_DEPLOYMENT_TARGET=12.0 "-DOPENSSL_ROOT_DIR=$prefix" -DOPENSSL_USE_STATIC_LIBS=ON \
    "-DCMAKE_PREFIX_PATH=$prefix;${CMAKE_PREFIX_PATH-}"
cmake --build build/macos
cmake --install build/macos --prefix "$image" --strip

echo "Gathering the libraries ..."
macdeployqt "$app" -executable="$app/Contents/MacOS/gatehouse-cli" -executable="$app/Contents/MacOS/gatehouse-simulator" \
    "-libpath=$prefix/lib"
# Every program and library has to be for both.
while IFS= read -r file; do
    case "$(lipo -archs "$file" 2>/dev/null || true)" in
    '' | *x86_64*arm64* | *arm64*x86_64*) ;;
    *) die "$file is not for both kinds of Mac." ;;
    esac
done < <(find "$app" -type f)

echo "Signing ..."
if [ -n "${MACOS_IDENTITY-}" ]; then
    sign=(--options runtime --timestamp --sign "$MACOS_IDENTITY")
else
    echo "Warning: MACOS_IDENTITY is not set, so macOS will ask before it opens this application." >&2
    sign=(--sign -)
fi
# From the inside out: what is in the bundle first, the bundle last.
find "$app/Contents" -type f \( -name '*.dylib' -o -perm -u+x \) -exec codesign --force "${sign[@]}" {} +
find "$app/Contents/Frameworks" -name '*.framework' -exec codesign --force "${sign[@]}" {} +
codesign --force --entitlements packaging/macos/entitlements.plist "${sign[@]}" "$app"
codesign --verify --deep --strict "$app"

echo "Packing ..."
ln -s /Applications "$image/Applications"
# On busy machines hdiutil often finds its own volume in use.
for attempt in 1 2 3 4 5; do
    hdiutil create -volname Gatehouse -srcfolder "$image" -fs HFS+ -format UDBZ -ov "$work/$name" && break
    [ "$attempt" -lt 5 ] || die "hdiutil could not make the image in five attempts."
    sleep 5
done
if [ -n "${MACOS_IDENTITY-}" ]; then
    codesign --timestamp --sign "$MACOS_IDENTITY" "$work/$name"
fi
if [ -n "${NOTARY_APPLE_ID-}" ] && [ -n "${NOTARY_TEAM_ID-}" ] && [ -n "${NOTARY_PASSWORD-}" ]; then
    xcrun notarytool submit "$work/$name" --wait --apple-id "$NOTARY_APPLE_ID" --team-id "$NOTARY_TEAM_ID" --password "$NOTARY_PASSWORD"
    xcrun stapler staple "$work/$name"
else
    echo "Warning: NOTARY_APPLE_ID, NOTARY_TEAM_ID and NOTARY_PASSWORD are not all set, so the image is not notarised." >&2
fi

echo "Trying it ..."
mounted=$work/mounted
mkdir "$mounted"
hdiutil attach -nobrowse -readonly -mountpoint "$mounted" "$work/$name"
cp -R "$mounted/Gatehouse.app" "$work/installed.app"
hdiutil detach "$mounted"
mounted=
programs=$work/installed.app/Contents/MacOS
"$programs/Gatehouse" --selfcheck --shot "$work/check.png"
[ "$("$programs/gatehouse-cli" --version)" = "gatehouse-cli $(version)" ] || die "the command line in the image does not run."

{
    printf 'CONTAINS\tQt\t%s\t\n' "$(qtpaths --query QT_VERSION)"
    for library in openssl libsodium simdjson expected; do
        printf 'STATIC_LINK\t%s\t\t\n' "$library"
    done
    printf 'CONTAINS\tqtkeychain\t\t\nSTATIC_LINK\tboost\t\t\n'
} >"$work/components"
packaging/finish.sh "$output" "$work/$name" "$work/components"
say_package "$output/$name"
