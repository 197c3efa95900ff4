/** The four steps of the heat map: nothing or nearly, some, half, full. `share` is 0 to 1. */
export function heatLevel(share: number): 0 | 1 | 2 | 3 {
  if (share >= 0.75) return 3;
  if (share >= 0.4) return 2;
  if (share >= 0.1) return 1;
  return 0;
}
