#!/usr/bin/env bash
# Plants an error in each kind of packaging file and sees that packaging/lint.sh finds it, there and nowhere else.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

case "${1-}" in
-h | --help)
    echo "Usage: packaging/lint-selftest.sh [KIND...]"
    echo "Plants errors of these kinds, or of all, in a copy of the repository, and expects packaging/lint.sh to find each."
    exit 0
    ;;
esac

kinds=" $* "
work=$(mktemp -d)
clean_up_at_end "$work"
git ls-files --cached --others --exclude-standard -z -- .ci .github .yamllint CMakeLists.txt run test packaging resources '*.sh' |
    xargs -0 cp --parents -t "$work"
failures=0

# plant KIND FILE SED-EXPRESSION: the change has to be one, and lint.sh has to fail for this kind and name the file or
# say what is wrong with it.
plant() {
    local kind=$1 file=$work/$2 change=$3
    [[ "$kinds" == "  " || "$kinds" == *" $kind "* ]] || return 0
    [ -f "$file" ] || die "$2 is not here, so nothing can be planted in it."
    cp -p "$file" "$work/kept"
    sed -i "$change" "$file"
    if cmp -s "$file" "$work/kept"; then
        echo "FAIL $kind: '$change' changes nothing in $2"
        failures=$((failures + 1))
    elif packaging/lint.sh --in "$work" "$kind" >"$work/said" 2>&1 || ! grep -q "^FAIL $kind" "$work/said"; then
        echo "FAIL $kind: '$change' in $2 was not found"
        failures=$((failures + 1))
    else
        echo "ok $kind: found in $2: $(sed -n '2,$ s/^ *//p' "$work/said" | grep -vE '^$|^Checking|passed lint' | head -n 1 | cut -c 1-100)"
    fi
    mv "$work/kept" "$file"
}

packaging/lint.sh --in "$work" "$@" >"$work/said" 2>&1 || { cat "$work/said" >&2; die "without a planted error it has to be silent."; }

plant desktop packaging/linux/gatehouse.desktop '/^Type=/d'
plant desktop packaging/linux/gatehouse.desktop 's/^Categories=/Categories=Wifi;/'
plant appstream packaging/linux/gatehouse.metainfo.xml.in '/<summary>/d'
plant appstream packaging/linux/gatehouse.metainfo.xml.in 's/GPL-3.0-or-later/GPL/'
plant xml packaging/windows/gatehouse.wxs 's,</Product>,,'
plant xml packaging/macos/Info.plist.in 's,</array>,,'
plant xml packaging/macos/Info.plist.in 's/CFBundleIdentifier/CFBundleIdentifer/'
plant xml packaging/macos/entitlements.plist 's,<dict/>,<dict>,'
plant xml resources/gatehouse.svg 's,</svg>,,'
# shellcheck disable=SC2016 # planted as it is
plant shell packaging/linux/build.sh '$ a rm -rf $folder/*'
plant shell packaging/linux/postrm 's/^fi//'
plant workflows .github/workflows/packages.yml 's/windows-2025/windows-1995/'
plant workflows .github/workflows/packages.yml 's/needs: linux/needs: linus/'
plant workflows .github/workflows/ci.yml 's/matrix.command/matrix.comand/'
plant yaml .github/workflows/ci.yml 's/^name: ci/name: ci\nname: ci/'
plant man packaging/linux/gatehouse.1 's/^\.SH DESCRIPTION/.SX DESCRIPTION/'
plant man packaging/linux/gatehouse-cli.1 's/@PROJECT_VERSION@/0/'
plant debian packaging/linux/changelog 's/^ -- .*/ -- nobody/'
plant debian packaging/linux/copyright 's/^License: CC0-1.0/License: CC1/1;T;:a;n;ba'
plant versions packaging/linux/changelog '1 s/(.*-/(9.9.9-/'
plant versions packaging/linux/gatehouse.metainfo.xml.in 's/release version="[^"]*"/release version="9.9.9"/'
plant versions CMakeLists.txt 's/^    VERSION .*/    VERSION 9.9.9/'
plant versions packaging/macos/Info.plist.in "0,/@PROJECT_VERSION@/ s/@PROJECT_VERSION@/$(version)/"

[ "$failures" -eq 0 ] || die "$failures planted errors were not found."
