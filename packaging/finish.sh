#!/usr/bin/env bash
# The last step of every package: its bill of materials, its checksum, and its place. See --help.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/finish.sh FOLDER PACKAGE COMPONENTS

Writes a bill of materials for the file PACKAGE (SPDX 2.3, JSON) beside it, moves both into FOLDER, writes the checksums
of everything in FOLDER into FOLDER/SHA256SUMS.

COMPONENTS is a file with one line for each thing that is in the package or that it needs, four columns apart by tabs:
  relation   CONTAINS, STATIC_LINK or DEPENDS_ON
  name       as its maker calls it
  version    or nothing
  purl       package URL, or nothing

The times in it are SOURCE_DATE_EPOCH's, else that of the commit: the same commit gives the same bytes.
END
}

case "${1-}" in
-h | --help)
    usage
    exit 0
    ;;
esac
if [ $# -ne 3 ]; then
    usage >&2
    exit 2
fi
need jq package
output=$1
package=$2
components=$3
[ -s "$package" ] || die "there is no package at $package."
mkdir -p "$output"

name=${package##*/}
sum=$(sha256_of "$package")
created=$(jq -rn "$(source_date_epoch) | todate")
homepage=$(sed -n 's/^ *HOMEPAGE_URL "\(.*\)"$/\1/p' CMakeLists.txt)

LC_ALL=C sort -u "$components" | jq -R -s --arg file "$name" --arg version "$(version)" --arg sum "$sum" \
    --arg created "$created" --arg homepage "$homepage" '
    def reference: "SPDXRef-" + gsub("[^A-Za-z0-9.-]"; "-");
    def unsaid: {downloadLocation: "NOASSERTION", licenseConcluded: "NOASSERTION", licenseDeclared: "NOASSERTION",
        copyrightText: "NOASSERTION", filesAnalyzed: false};
    [split("\n")[] | select(. != "") | split("\t")
        | {relation: .[0], name: .[1], version: (.[2] // ""), purl: (.[3] // "")}] as $parts
    | {
        spdxVersion: "SPDX-2.3",
        dataLicense: "CC0-1.0",
        SPDXID: "SPDXRef-DOCUMENT",
        name: $file,
        documentNamespace: "\($homepage)/spdx/\($file)-\($sum)",
        creationInfo: {created: $created, creators: ["Tool: gatehouse-packaging-\($version)"]},
        documentDescribes: ["SPDXRef-Gatehouse"],
        packages: ([{
            SPDXID: "SPDXRef-Gatehouse",
            name: "Gatehouse",
            versionInfo: $version,
            packageFileName: $file,
            supplier: "Organization: Gatehouse developers",
            homepage: $homepage,
            downloadLocation: "NOASSERTION",
            filesAnalyzed: false,
            licenseConcluded: "GPL-3.0-or-later",
            licenseDeclared: "GPL-3.0-or-later",
            copyrightText: "NOASSERTION",
            checksums: [{algorithm: "SHA256", checksumValue: $sum}]
        }] + [$parts[] | {SPDXID: ("\(.name)-\(.version)" | reference), name, versionInfo: .version} + unsaid
            + (if .purl == "" then {} else {externalRefs: [{referenceCategory: "PACKAGE-MANAGER",
                referenceType: "purl", referenceLocator: .purl}]} end)
            | if .versionInfo == "" then del(.versionInfo) else . end] | unique_by(.SPDXID)),
        relationships: ([{spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES",
            relatedSpdxElement: "SPDXRef-Gatehouse"}]
            + [$parts[] | {spdxElementId: "SPDXRef-Gatehouse", relationshipType: .relation,
                relatedSpdxElement: ("\(.name)-\(.version)" | reference)}])
    }' >"$package.spdx.json"

publish "$output" "$package" "$package.spdx.json"
(
    cd "$output"
    for file in *; do
        case "$file" in
        SHA256SUMS) ;;
        *) [ ! -f "$file" ] || printf '%s  %s\n' "$(sha256_of "$file")" "$file" ;;
        esac
    done >.SHA256SUMS
    mv -f .SHA256SUMS SHA256SUMS
)
