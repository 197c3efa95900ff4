import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/** `counts: false`: as passkeys that are synced between devices, whose counter stays at zero. */
type Options = { origin: string; rpId: string; userVerified?: boolean; counts?: boolean };

/** A passkey device in software: ES256, attestation "none", its CBOR written by hand. Source: WebAuthn 3, 6 and 8.7. */
export class Authenticator {
  readonly id = randomBytes(16);
  private counter = 0;
  private readonly key: { publicKey: KeyObject; privateKey: KeyObject };

  constructor(private readonly options: Options) {
    this.key = generateKeyPairSync("ec", { namedCurve: "P-256" });
  }

  /** `userVerified: false`: whoever holds it need not show a finger or PIN. */
  with(change: Partial<Options>): Authenticator {
    return Object.assign(Object.create(Authenticator.prototype), this, { options: { ...this.options, ...change } });
  }

  register(challenge: string) {
    const data = Buffer.concat([
      this.authenticatorData(0x40),
      Buffer.alloc(16),
      length16(this.id),
      this.id,
      this.cosePublicKey(),
    ]);
    const attestationObject = map([
      [text("fmt"), text("none")],
      [text("attStmt"), map([])],
      [text("authData"), bytes(data)],
    ]);
    return {
      ...this.credential(),
      response: {
        clientDataJSON: this.clientData("webauthn.create", challenge).toString("base64url"),
        attestationObject: attestationObject.toString("base64url"),
        transports: ["internal" as const, "hybrid" as const],
      },
    };
  }

  answer(challenge: string) {
    if (this.options.counts !== false) this.counter++;
    const data = this.authenticatorData(0);
    const clientData = this.clientData("webauthn.get", challenge);
    const signed = Buffer.concat([data, createHash("sha256").update(clientData).digest()]);
    return {
      ...this.credential(),
      response: {
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", signed, this.key.privateKey).toString("base64url"),
      },
    };
  }

  /** As if it had been copied: the next answer carries a counter that was seen before. */
  rewind(): void {
    this.counter = 0;
  }

  private credential() {
    const id = this.id.toString("base64url");
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.options.origin, crossOrigin: false }));
  }

  private authenticatorData(flags: number): Buffer {
    const verified = this.options.userVerified === false ? 0 : 0x04;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const rpIdHash = createHash("sha256").update(this.options.rpId).digest();
    return Buffer.concat([rpIdHash, Buffer.from([0x01 | verified | flags]), counter]);
  }

  /** {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} */
  private cosePublicKey(): Buffer {
    const { x = "", y = "" } = this.key.publicKey.export({ format: "jwk" });
    const coordinate = (value: string) => bytes(Buffer.from(value, "base64url"));
    return map([
      [Buffer.from([0x01]), Buffer.from([0x02])],
      [Buffer.from([0x03]), Buffer.from([0x26])],
      [Buffer.from([0x20]), Buffer.from([0x01])],
      [Buffer.from([0x21]), coordinate(x)],
      [Buffer.from([0x22]), coordinate(y)],
    ]);
  }
}

function map(entries: [Buffer, Buffer][]): Buffer {
  return Buffer.concat([head(5, entries.length), ...entries.flat()]);
}

function text(value: string): Buffer {
  return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([head(2, value.length), value]);
}

/** CBOR's major type and length (RFC 8949, 3.1), for lengths below 65,536. */
function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff]);
}

function length16(value: Buffer): Buffer {
  return Buffer.from([value.length >> 8, value.length & 0xff]);
}
