/** Numbers that look random and are the same for the same seed (mulberry32), so that every demo is the same one. */
export type Random = {
  /** From 0 up to and without 1. */
  share(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  chance(share: number): boolean;
};

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(share() * (to - from + 1));
  return {
    share,
    whole,
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
    chance: (limit) => share() < limit,
  };
}
