#!/usr/bin/env bash
# Builds the Debian package. See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/linux/build-deb.sh [--tree BUILD] [FOLDER]

Builds FOLDER/gatehouse_VERSION-1_ARCHITECTURE.deb, with a bill of materials beside it, and has lintian judge it; FOLDER
is build/packages if not given. Installs what is missing (Debian) and builds the preset 'release'. The same commit on the
same system gives the same bytes.

  --tree BUILD   take what is built in this folder, and build nothing
END
}

tree=
output=build/packages
while [ $# -gt 0 ]; do
    case "$1" in
    -h | --help)
        usage
        exit 0
        ;;
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

packaging/linux/dependencies.sh build run package
for tool in cpack dpkg-deb dpkg-shlibdeps lintian jq; do
    need "$tool" package
done
if [ -z "$tree" ]; then
    packaging/linux/build.sh release
    tree=build/release
fi

SOURCE_DATE_EPOCH=$(source_date_epoch)
export SOURCE_DATE_EPOCH
work=$(work_folder "$output")
work=$(realpath "$work")
output=${work%/*}
clean_up_at_end "$work"

echo "Packing ..."
quietly "packing into $output" cpack -G DEB --config "$tree/CPackConfig.cmake" -B "$work"
made=$(find "$work" -maxdepth 1 -name '*.deb')
[ -f "$made" ] || die "CPack made no package; see CPACK_ in packaging/linux/deb.cmake."

echo "lintian's verdict:"
as_root=()
[ "$(id -u)" -ne 0 ] || as_root=(--allow-root)
lintian "${as_root[@]}" --pedantic --tag-display-limit 0 --fail-on error,warning "$made"
echo "  nothing to say"

mapfile -t needed < <(dpkg-deb --field "$made" Depends | tr ',' '\n' | sed 's/^ *//; s/ .*//')
components_of DEPENDS_ON "${needed[@]}" >"$work/components"
components_of STATIC_LINK libexpected-dev libboost-dev >>"$work/components"
packaging/finish.sh "$output" "$made" "$work/components"
say_package "$output/${made##*/}"
