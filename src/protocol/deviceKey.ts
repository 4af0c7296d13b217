/** The public half of a device key: a JWK (RFC 7517) on P-256. */
export interface PublicDeviceKey {
  /** Always an elliptic curve. */
  readonly kty: 'EC';
  /** Always this one. */
  readonly crv: 'P-256';
  /** base64url, 32 bytes. */
  readonly x: string;
  /** base64url, 32 bytes. */
  readonly y: string;
}

/** Answer of `PUT /me/device-keys/{device}`: to it one person's device seals what it keeps, and with it that is opened. */
export interface DeviceKey {
  /** Names the pair; stands in the clear beside everything that was sealed to it. */
  readonly kid: string;
  /** What the device seals to. */
  readonly publicKey: PublicDeviceKey;
  /** With `d`, base64url, 32 bytes. In the browser's memory only. */
  readonly privateKey: PublicDeviceKey & { readonly d: string };
  /** RFC 3339. Asking again before then puts it off. */
  readonly expiresAt: string;
}
