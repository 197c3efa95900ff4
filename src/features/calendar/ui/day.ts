/** A day of the calendar's head: how full it is, and how it is drawn. */
export type Day = { date: string; occupancy: number | null; isToday: boolean; isWeekend: boolean };
