#!/bin/sh
# Fetches the browser libraries that are committed under static/vendor, checks that they are the bytes we chose, and
# bundles what we use of them. Needs npm; the normal build never runs this. Running it again gives identical bytes.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
vendor=$root/src/main/resources/static/vendor
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/package.json" <<'JSON'
{
  "private": true,
  "dependencies": {
    "@noble/ciphers": "2.4.0",
    "@noble/curves": "2.4.0",
    "@noble/hashes": "2.4.0",
    "@noble/post-quantum": "0.5.4",
    "@scure/base": "2.4.0",
    "@scure/bip39": "2.4.0",
    "age-encryption": "0.3.1",
    "esbuild": "0.28.2",
    "htmx.org": "4.0.1"
  },
  "overrides": {
    "@noble/ciphers": "2.4.0",
    "@noble/curves": "2.4.0",
    "@noble/hashes": "2.4.0",
    "@noble/post-quantum": "0.5.4",
    "@scure/base": "2.4.0"
  }
}
JSON
(cd "$work" && npm install --silent --no-audit --no-fund --ignore-scripts)

must_be() { # package integrity
    found=$(cd "$work" && node -p "require('./package-lock.json').packages['node_modules/$1'].integrity")
    [ "$found" = "$2" ] || { echo "$1 is $found, not $2" >&2; exit 1; }
}
must_be age-encryption sha512-bYgd7lxM7tEANmb9bXf7xTFB3Qpq+JGKinVSdFh5MV+t2fJJZSTdKhWkvXTFJQGysZd+K9Dt3F+n+4DKazXlnQ==
must_be @scure/bip39 sha512-82dxFbZUYboyOf0AXiydsQrFQ5Q4h9mX+O2UkE91ROYmsc0BKMGZLwDmy96Jpa2+vrtoxomjUhy1RPIgH/r2nA==
must_be htmx.org sha512-oF7JgXhDW9UXCy/k1ZYFUQgzu/rm19ORWPSPNL91vPluB2PB9+MV55tyQdH/w7o2EAbTYUG5SDW1R60mdkdqGg==

cat > "$work/age.js" <<'JS'
export { Decrypter, Encrypter, Stanza, generateHybridIdentity, identityToRecipient } from "age-encryption";
export { chacha20poly1305 } from "@noble/ciphers/chacha.js";
JS
cat > "$work/words.js" <<'JS'
export { wordlist } from "@scure/bip39/wordlists/english.js";
JS
esbuild=$(find "$work/node_modules/@esbuild" -path '*/bin/esbuild' | head -n 1)
mkdir -p "$vendor"
bundle() { # entry file
    "$esbuild" "$work/$1" --bundle --minify --format=esm --target=es2023 --legal-comments=none --log-level=error \
        --outfile="$vendor/$2"
}
bundle age.js age-0.3.1.min.mjs
bundle words.js words-en-2.4.0.min.mjs
cp "$work/node_modules/htmx.org/dist/htmx.min.js" "$vendor/htmx-4.0.1.min.js"
cp "$work/node_modules/htmx.org/dist/ext/hx-csp.min.js" "$vendor/hx-csp-4.0.1.min.js"
sed -i '/^\/\/# sourceMappingURL/d' "$vendor"/*.min.js

{
    echo "Licences of what lies in this folder. Versions and hashes are in vendor.lock."
    for package in age-encryption @noble/ciphers @noble/curves @noble/hashes @noble/post-quantum @scure/base @scure/bip39 htmx.org; do
        printf '\n---- %s %s\n\n' "$package" "$(cd "$work" && node -p "require('./node_modules/$package/package.json').version")"
        cat "$work/node_modules/$package/LICENSE"
    done
} > "$vendor/LICENSES.txt"

(cd "$vendor" && for file in *.min.js *.min.mjs; do
    printf '%s sha384-%s\n' "$file" "$(openssl dgst -sha384 -binary "$file" | openssl base64 -A)"
done) > "$vendor/vendor.lock"
cat "$vendor/vendor.lock"
