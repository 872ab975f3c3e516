#!/usr/bin/env bash
# Builds the Windows Installer package, on Debian. See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh
windows=packaging/windows
mingw=x86_64-w64-mingw32

usage() {
    cat <<'END'
Usage: packaging/windows/build-msi.sh [--as VERSION] [FOLDER]

Cross-builds Gatehouse for 64-bit Windows, and writes into FOLDER (build/packages if not given):
  Gatehouse-VERSION-x64.msi              the installer
  Gatehouse-VERSION-x64.msi.spdx.json    its bill of materials
  SHA256SUMS                             of everything in FOLDER

--as gives the installer another version than CMakeLists.txt says, to try upgrades with.
Installs missing packages, as ./run does. The libraries come from packaging/windows/build-qt.sh, which takes half an hour
the first time. With GATEHOUSE_SIGN_CERTIFICATE and GATEHOUSE_SIGN_KEY (PEM files) the installer is signed by osslsigncode.
END
}

version=
case "${1-}" in
-h | --help)
    usage
    exit 0
    ;;
--as)
    version=${2:?"--as needs a version such as 0.0.9"}
    shift 2
    ;;
-*)
    usage >&2
    exit 2
    ;;
esac
output=${1:-build/packages}
packaging/linux/dependencies.sh build icons package msi
for tool in wixl msibuild python3 "$mingw-g++-posix"; do
    need "$tool" msi
done
need icotool icons

SECONDS=0
SOURCE_DATE_EPOCH=$(source_date_epoch)
export SOURCE_DATE_EPOCH
version=${version:-$(version)}
prefix=${GATEHOUSE_MINGW_PREFIX:-$($windows/build-qt.sh)}
export GATEHOUSE_MINGW_PREFIX=$prefix
mkdir -p "$output"
output=$(cd "$output" && pwd)
work=$(work_folder "$output")
clean_up_at_end "$work"
build=build/windows
stage=$work/stage
mkdir "$stage"

# Stages what is installed, and a line for the bill of materials with each library.
contains() { printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "${4-}" >>"$work/components.tsv"; }

stage_files() {
    local program library plugin language
    for program in gatehouse gatehouse-cli gatehouse-simulator; do
        "$mingw-strip" -o "$stage/$program.exe" "$build/bin/$program.exe"
    done
    for library in Qt6{Core,Gui,Network,PrintSupport,Sql,Widgets} libqt6keychain libcrypto-3-x64 libssl-3-x64; do
        cp "$prefix/bin/$library.dll" "$stage/"
    done
    for library in libgcc_s_seh-1 libstdc++-6 libwinpthread-1 libssp-0; do
        "$mingw-strip" -o "$stage/$library.dll" "$("$mingw-g++-posix" -print-file-name="$library.dll")" 2>/dev/null ||
            "$mingw-strip" -o "$stage/$library.dll" "/usr/$mingw/lib/$library.dll"
    done
    for plugin in platforms/qwindows imageformats/qico styles/qwindowsvistastyle sqldrivers/qsqlite tls/qopensslbackend; do
        install -D -m 644 "$prefix/plugins/$plugin.dll" "$stage/$plugin.dll"
    done
    mkdir "$stage/translations" "$stage/licenses"
    for language in translations/gatehouse_*.ts; do
        language=$(basename "${language#*_}" .ts)
        [ ! -f "/usr/share/qt6/translations/qtbase_$language.qm" ] ||
            cp "/usr/share/qt6/translations/qtbase_$language.qm" "$stage/translations/"
    done
    printf '[Paths]\r\nPrefix=.\r\nPlugins=.\r\nTranslations=translations\r\n' >"$stage/qt.conf"
    cp LICENSE "$stage/licenses/Gatehouse.txt"
    cp "$prefix"/licenses/* "$stage/licenses/"
}

# Windows' own libraries, which are on every machine. What is imported and neither staged nor among these is missing.
of_windows='advapi32 api-ms-win-[a-z0-9-]* authz comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12 d3d9 dcomp dnsapi dwmapi dwrite dxgi gdi32
    imm32 iphlpapi kernel32 mpr msvcrt netapi32 ntdll ole32 oleaut32 rpcrt4 secur32 setupapi shcore shell32 shlwapi user32
    userenv uxtheme version winhttp winmm winspool.drv ws2_32 wtsapi32'

check_imports() {
    local imported staged missing
    imported=$(find "$stage" -name '*.exe' -o -name '*.dll' | while read -r file; do
        "$mingw-objdump" -p "$file" | sed -n 's/^.*DLL Name: //p'
    done | tr '[:upper:]' '[:lower:]' | sort -u)
    staged=$(find "$stage" -name '*.dll' -printf '%f\n' | tr '[:upper:]' '[:lower:]' | sort -u)
    missing=$(comm -23 <(echo "$imported") <(echo "$staged") |
        grep -vxE "($(xargs <<<"$of_windows" | tr ' ' '|'))(\.dll)?" || true)
    [ -z "$missing" ] || die "these libraries are imported, and neither in the package nor Windows' own: $(xargs <<<"$missing")"
    # What nothing imports need not be there.
    for library in libgcc_s_seh-1 libstdc++-6 libwinpthread-1 libssp-0; do
        grep -qx "$library.dll" <<<"$imported" || rm "$stage/$library.dll"
    done
}

list_components() {
    local name number relation
    while read -r name number; do
        relation=CONTAINS
        case "$name" in
        libsodium | simdjson | sqlite3) relation=STATIC_LINK ;;
        esac
        contains "$relation" "$name" "$number" "pkg:deb/debian/$name@$number"
    done <"$prefix/sources.txt"
    for name in libz-mingw-w64-dev libboost-dev libexpected-dev; do
        contains STATIC_LINK "$name" "$(dpkg-query -W -f '${Version}' "$name")" "pkg:deb/debian/$name"
    done
    name=gcc-mingw-w64-x86-64-posix-runtime
    contains CONTAINS "$name" "$(dpkg-query -W -f '${Version}' "$name")" "pkg:deb/debian/$name"
}

# What wixl does not know of the installer's tables.
complete_tables() {
    local component setting msi=$work/$name
    while read -r component setting; do
        msibuild "$msi" -q "UPDATE \`Component\` SET \`Condition\` = '$setting' WHERE \`Component\` = '$component'"
    done <<'END'
LanguageOfMachine LANGUAGE
SettingsOfMachine SETTINGSFILE
ProgramsOnPath ADDTOPATH
END
    local secure='WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED;LANGUAGE;SETTINGSFILE;ADDTOPATH;EARLIERLANGUAGE;EARLIERSETTINGSFILE;EARLIERADDTOPATH'
    msibuild "$msi" -q "UPDATE \`Property\` SET \`Value\` = '$secure' WHERE \`Property\` = 'SecureCustomProperties'"
    # An older build of the same version is replaced too.
    msiinfo export "$msi" Upgrade | sed -E 's/\t1\t(\t*WIX_UPGRADE_DETECTED)/\t513\t\1/' >"$work/Upgrade.idt"
    msibuild "$msi" -i "$work/Upgrade.idt"
    local sequence="INSERT INTO \`InstallExecuteSequence\` (\`Action\`, \`Sequence\`) VALUES"
    msibuild "$msi" -q "$sequence ('RemoveEnvironmentStrings', 3300)"
    msibuild "$msi" -q "$sequence ('WriteEnvironmentStrings', 5200)"
    printf '%s\t%s\t%s\t%s\r\n' \
        Environment Name Value Component_ s72 l255 L255 s72 Environment Environment '' '' \
        ProgramsOnPath '=-*PATH' '[~];[INSTALLFOLDER]' ProgramsOnPath |
        sed -E '3s/\t+\r/\r/' >"$work/Environment.idt"
    msibuild "$msi" -i "$work/Environment.idt"
    msibuild "$msi" -s Gatehouse 'Gatehouse developers' 'x64;1033' "{$(python3 $windows/files.py --guid package "$stage")}"
}

pack() {
    find "$stage" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    python3 $windows/files.py "$stage" >"$work/files.wxs"
    sed -E '/^ *<(Condition|Environment)[ >]/d; s/ Secure="yes"//' $windows/gatehouse.wxs >"$work/gatehouse.wxs"
    cp $build/icons/gatehouse.ico "$work/"
    local product
    product=$(python3 $windows/files.py --guid "product $version" "$stage")
    # wixl takes relative paths only.
    if ! (cd "$work" && wixl -a x64 -D Version="$version" -D ProductCode="$product" -D PackageCode='*' -D Stage=stage \
        -D Icon=gatehouse.ico -o "$name" gatehouse.wxs files.wxs) >"$work/log" 2>&1; then
        cat "$work/log" >&2
        die "wixl could not make the installer (see above)."
    fi
    complete_tables
    python3 $windows/settle-msi.py "$work/$name" "$SOURCE_DATE_EPOCH"
}

sign() { # msi
    [ -n "${GATEHOUSE_SIGN_CERTIFICATE-}" ] && [ -n "${GATEHOUSE_SIGN_KEY-}" ] || return 0
    need osslsigncode msi
    osslsigncode sign -certs "$GATEHOUSE_SIGN_CERTIFICATE" -key "$GATEHOUSE_SIGN_KEY" -h sha256 -n Gatehouse \
        -in "$1" -out "$1.signed" >"$work/log" 2>&1 || { cat "$work/log" >&2 && die "the installer could not be signed (see above)."; }
    mv "$1.signed" "$1"
}

name=Gatehouse-$version-x64.msi
$windows/build.sh gatehouse gatehouse-cli gatehouse-simulator
stage_files
check_imports
list_components
pack
sign "$work/$name"
packaging/finish.sh "$output" "$work/$name" "$work/components.tsv"
say_package "$output/$name"
