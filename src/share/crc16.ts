/**
 * CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xffff). Chosen over part of a hash because it is certain, not only
 * likely, to notice any damage that spans at most 16 bits: one changed character of a link spans at most 6.
 */
const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
  return crc;
});

export function crc16(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) crc = ((crc << 8) & 0xffff) ^ (table[(crc >> 8) ^ byte] ?? 0);
  return crc;
}
