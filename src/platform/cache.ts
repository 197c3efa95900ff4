type Remembered<T> = { value: Promise<T>; until: number };

/**
 * Makes `make` cheap to ask: its answer is used again for `milliseconds`, and those who ask meanwhile share one call.
 * A failure is not remembered.
 */
export function remembered<T>(
  milliseconds: number,
  make: () => Promise<T>,
  clock: () => number = () => performance.now(),
): () => Promise<T> {
  let last: Remembered<T> | null = null;
  return () => {
    if (last && clock() < last.until) return last.value;
    const own: Remembered<T> = { value: make(), until: Number.POSITIVE_INFINITY };
    last = own;
    own.value.then(
      () => {
        own.until = clock() + milliseconds;
      },
      () => {
        own.until = 0;
      },
    );
    return own.value;
  };
}
