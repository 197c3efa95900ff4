/** The look that every text control shares; 16 px on touch screens, where less makes the phone zoom in. */
export const controlClass =
  "w-full rounded border border-line-field bg-surface px-3 text-sm text-text transition-colors hover:border-muted focus-visible:border-accent focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-muted disabled:cursor-not-allowed [&[readonly]]:bg-sunken aria-invalid:border-danger pointer-coarse:min-h-11 pointer-coarse:text-[1rem]";
