#!/usr/bin/env sh
# Bundles what the page takes from libraries into the folder given, with their licences. Without npm the page is
# built all the same: it then shows every genealogy as a table and draws none.
set -eu
cd "$(dirname "$0")"
out=$1
sources=../src/main/resources/io/github/hubgenealogy/explorer/web/page
mkdir -p "$out/vendor"
stamp=$out/vendor/.stamp
wanted=$(cat package.json package-lock.json vendor.js build.sh | cksum)
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
  if command -v npm >/dev/null 2>&1 && npm ci --silent --no-progress; then
    node_modules/.bin/esbuild vendor.js --bundle --format=esm --minify --legal-comments=none --log-level=warning --outfile="$out/vendor/vendor.js"
    for subset in latin latin-ext; do
      cp "node_modules/@fontsource-variable/inter/files/inter-$subset-wght-normal.woff2" "$out/vendor/inter-$subset.woff2"
    done
    for licence in node_modules/d3-*/LICENSE node_modules/@dagrejs/*/LICENSE node_modules/@fontsource-variable/inter/LICENSE; do
      printf '%s\n\n' "== ${licence#node_modules/}"
      cat "$licence"
      printf '\n\n'
    done > "$out/vendor/licences.txt"
    echo "$wanted" > "$stamp"
  else
    echo "explorer: npm is not there or reaches nothing, so the page will show tables and no drawing (it wants Node.js 18 or later with npm)" >&2
  fi
fi
{ (cd "$sources" && find . -type f ! -name files.txt); (cd "$out" && find ./vendor -type f ! -name .stamp); } \
  | sed 's|^\./||' | LC_ALL=C sort > "$out/files.txt"
