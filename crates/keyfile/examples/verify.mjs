// The same as verify.rs in JavaScript (Node 20 or newer), without a package: how small a reader may be.
//
//     node examples/verify.mjs PUBLIC-KEYS KEY-FILE UNIX-SECONDS    exit status 0 valid, 1 not valid, 2 trouble
//     node examples/verify.mjs --vectors vectors/*.json             asks itself about every vector
import { createPublicKey, verify as verifySignature } from "node:crypto";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

const MAX_BYTES = 16384;
const TEXTS = ["iss", "lic", "sn", "prd", "prn"];
const NUMBERS = ["dev", "nbf", "exp", "iat"];

/** Lines `id:key` to a map from id to key; a product has these embedded. */
export function publicKeys(text) {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("#"));
  const keys = lines.map((line) => line.split(":"));
  if (keys.length === 0) throw new Error("there is no public key in the list");
  const jwk = (x) => ({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return new Map(keys.map(([id, x]) => [id, createPublicKey(jwk(x))]));
}

/** `{ answer, claims }`: `answer` is "valid" or why not; `claims` only when the key file is genuine. */
export function verify(keys, text, now) {
  if (Buffer.byteLength(text) > MAX_BYTES) return { answer: "malformed" };
  const parts = text.replace(/^[ \t\r\n\f]+|[ \t\r\n\f]+$/g, "").split(".");
  const [header, payload, signature] = parts.map(decode);
  if (parts.length !== 3 || !header || !payload || signature?.length !== 64) return { answer: "malformed" };
  // The header is compared, never parsed: nothing in the file chooses how it is verified.
  const id = /^\{"alg":"Ed25519","kid":"([0-9a-f]{16})","typ":"tenure-key\+jwt"\}$/.exec(header.toString())?.[1];
  if (!id) return { answer: "malformed" };
  if (!keys.has(id)) return { answer: "unknown_key" };
  const signed = Buffer.from(`${parts[0]}.${parts[1]}`);
  if (!verifySignature(null, signed, keys.get(id), signature)) return { answer: "bad_signature" };
  const claims = read(payload);
  if (!claims) return { answer: "malformed" };
  if (now < claims.nbf) return { answer: "not_yet_valid", claims };
  if (now >= claims.exp) return { answer: "expired", claims };
  return { answer: "valid", claims };
}

/** base64url without padding; Node would pass over what does not belong, so encode again and compare. */
function decode(part) {
  const bytes = Buffer.from(part, "base64url");
  return bytes.toString("base64url") === part ? bytes : undefined;
}

function read(payload) {
  try {
    const claims = JSON.parse(payload.toString());
    const isFit =
      TEXTS.every((name) => typeof claims[name] === "string") &&
      NUMBERS.every((name) => Number.isSafeInteger(claims[name])) &&
      claims.dev >= 0 &&
      (!("sub" in claims) || typeof claims.sub === "string");
    return isFit ? claims : undefined;
  } catch {
    return undefined;
  }
}

function checkVectors(file) {
  const { public_keys, cases } = JSON.parse(readFileSync(file, "utf8"));
  const keys = publicKeys(public_keys);
  const isHeld = ({ key_file, now, answer, claims }) => {
    const got = verify(keys, key_file, now);
    const known = claims && Object.fromEntries(Object.keys(claims).map((name) => [name, got.claims?.[name]]));
    return got.answer === answer && isDeepStrictEqual(known, claims);
  };
  const failed = cases.filter((vector) => !isHeld(vector)).map((vector) => vector.name);
  console.log(`${file}: ${cases.length - failed.length} of ${cases.length} as expected`, ...failed);
  return failed.length;
}

function main([first, ...rest]) {
  if (first === "--vectors") return rest.map(checkVectors).some((failed) => failed > 0) ? 1 : 0;
  const keys = publicKeys(readFileSync(first, "utf8"));
  const { answer, claims } = verify(keys, readFileSync(rest[0], "utf8"), Number(rest[1]));
  console.log(answer, claims ?? "");
  return answer === "valid" ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (trouble) {
  console.error(trouble.message);
  process.exitCode = 2;
}
