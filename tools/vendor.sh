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
    "htmx.org": "4.0.1",
    "qr": "0.7.0"
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

# Every package that was installed must be the one chosen here; one that is not in this list stops us.
cat > "$work/chosen" <<'PACKAGES'
@esbuild/darwin-arm64 sha512-n4KqkOQrraxHJcgjM1RvwbigfQKIKJVpM7xp+KsxiyUSrRdIXnt73VhrPAx0fV44hgfmIVKjxMN9J1t5jySVkw==
@esbuild/linux-arm64 sha512-pW4AC0P3it8c7do9MVM4p51FzHzdM/TZrerurgRcHJ2WTa1VQ1CIq18xncfpBJw4ojkiZZrKW2yIBWBP92j6Ug==
@esbuild/linux-x64 sha512-4xTZr1FUmSoQW4XIWmit3tzQrUTZM+N3P0XV8xROKYF50XfI7xeO90+1bZvNwxIufQ9hDQVRJH5YhgPVF8A/HQ==
@noble/ciphers sha512-AnjFn0Jv92laAkvMrghlFZq4qQCIN/4DxFV/eooqtC2YTjB7kBeLMS2T9KJX4Dn+ZVXLOwK0lSgqDtx9gvxtiw==
@noble/curves sha512-P4/62zrgfH33CneE3Dn4WhJVA22YUU0eR51wKIan4NVRvwsA0YnPTwWGpNbpuacSujmSFLvyzpyuR30+fbq2Ew==
@noble/hashes sha512-X5XaVWZIBCT7HHZGm5I7ZQXDwLG+bGXuSrMQAW+7Zvl87h1kmc1ZB1VSRJcpUfoUrGQp4Fkoxm5kZ+Ms+aW+eA==
@noble/post-quantum sha512-leww0zzIirrvwaYMPI9fj6aRIlA/c6Y0/lifQQ1YOOyHEr0MNH3yYpjXeiVG+tWdPps4XxGclFWX2INPO3Yo5w==
@scure/base sha512-thZ1TuJwFwBblOhgsjDKvvGirBxNp+wSvY/DR6tJBJOTDhdAAcHJ8Vbr2eFnqaxeca4+t0i9KBf+uHYGWwZORg==
@scure/bip39 sha512-82dxFbZUYboyOf0AXiydsQrFQ5Q4h9mX+O2UkE91ROYmsc0BKMGZLwDmy96Jpa2+vrtoxomjUhy1RPIgH/r2nA==
age-encryption sha512-bYgd7lxM7tEANmb9bXf7xTFB3Qpq+JGKinVSdFh5MV+t2fJJZSTdKhWkvXTFJQGysZd+K9Dt3F+n+4DKazXlnQ==
esbuild sha512-HKVLS8dvII+xoKW9kmqxbRKrnWEXfJJr/FZhhJmiqIB0e053QNYFqOBouTMO/k5sID4MvCiUCvv8b9M4h32wIA==
htmx.org sha512-oF7JgXhDW9UXCy/k1ZYFUQgzu/rm19ORWPSPNL91vPluB2PB9+MV55tyQdH/w7o2EAbTYUG5SDW1R60mdkdqGg==
qr sha512-/VrrACmOAwZVipuRITwfEwOL5oAMEHH5PTmBWaGtlTom2Thxaa+rhmna4zU9PRN2uLw2wdccbkHOLGZb1Q9SdA==
PACKAGES
(cd "$work" && node -e '
    const fs = require("fs");
    const chosen = new Map(fs.readFileSync("chosen", "utf8").trim().split("\n").map((line) => line.split(" ")));
    for (const [path, found] of Object.entries(JSON.parse(fs.readFileSync("package-lock.json")).packages)) {
        const name = path.replace(/^.*node_modules\//, "");
        if (path === "" || !fs.existsSync(path)) continue;
        if (chosen.get(name) !== found.integrity) throw new Error(`${name} is ${found.integrity}`);
    }
')

cat > "$work/age.js" <<'JS'
export { Decrypter, Encrypter, Stanza, generateHybridIdentity, identityToRecipient } from "age-encryption";
export { chacha20poly1305 } from "@noble/ciphers/chacha.js";
JS
cat > "$work/words.js" <<'JS'
export { wordlist } from "@scure/bip39/wordlists/english.js";
JS
cat > "$work/qr.js" <<'JS'
export { encodeQR } from "qr";
JS
esbuild=$(find "$work/node_modules/@esbuild" -path '*/bin/esbuild' | head -n 1)
mkdir -p "$vendor"
bundle() { # entry file
    "$esbuild" "$work/$1" --bundle --minify --format=esm --target=es2023 --legal-comments=none --log-level=error \
        --outfile="$vendor/$2"
}
bundle age.js age-0.3.1.min.mjs
bundle words.js words-en-2.4.0.min.mjs
bundle qr.js qr-0.7.0.min.mjs
cp "$work/node_modules/htmx.org/dist/htmx.min.js" "$vendor/htmx-4.0.1.min.js"
cp "$work/node_modules/htmx.org/dist/ext/hx-csp.min.js" "$vendor/hx-csp-4.0.1.min.js"
sed -i '/^\/\/# sourceMappingURL/d' "$vendor"/*.min.js

{
    echo "Licences of what lies in this folder. Versions and hashes are in vendor.lock."
    for package in age-encryption @noble/ciphers @noble/curves @noble/hashes @noble/post-quantum @scure/base @scure/bip39 htmx.org qr; do
        printf '\n---- %s %s\n\n' "$package" "$(cd "$work" && node -p "require('./node_modules/$package/package.json').version")"
        cat "$work/node_modules/$package/LICENSE"
    done
} > "$vendor/LICENSES.txt"

(cd "$vendor" && for file in *.min.js *.min.mjs; do
    printf '%s sha384-%s\n' "$file" "$(openssl dgst -sha384 -binary "$file" | openssl base64 -A)"
done) > "$vendor/vendor.lock"
cat "$vendor/vendor.lock"
