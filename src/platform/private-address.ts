import { BlockList, isIP } from "node:net";

/** Whether the address is of this machine or of a private network (RFC 1918, RFC 4193, link-local); false for no address. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  const family = isIP(plain);
  return family !== 0 && networks.check(plain, family === 4 ? "ipv4" : "ipv6");
}

const networks = new BlockList();
for (const [network, prefix] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const) {
  networks.addSubnet(network, prefix, "ipv4");
}
networks.addAddress("::1", "ipv6");
networks.addSubnet("fc00::", 7, "ipv6");
networks.addSubnet("fe80::", 10, "ipv6");
