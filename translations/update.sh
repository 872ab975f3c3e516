#!/usr/bin/env bash
# Collects the texts of app/ and ui/ into the catalogs: new texts come in as unfinished, texts that have gone are dropped.
# Usage: translations/update.sh [FOLDER]    (FOLDER: where the catalogs lie, this folder if not given)
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-translations}
lupdate=${LUPDATE:-$(qtpaths6 --query QT_HOST_BINS)/lupdate}
options=(-I . -I app -silent -no-obsolete -locations none -source-language en -extensions "cpp,h")

"$lupdate" "${options[@]}" -pluralonly app ui -ts "$folder/gatehouse_en.ts"
for catalog in "$folder"/gatehouse_*.ts; do
    [ "$catalog" = "$folder/gatehouse_en.ts" ] || "$lupdate" "${options[@]}" app ui -ts "$catalog"
done
