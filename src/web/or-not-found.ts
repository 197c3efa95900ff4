import { forbidden, notFound } from "next/navigation";
import { Forbidden, NotFound } from "@/kernel/errors";

/** For pages: a thing that is not there is the "not found" page, one that may not be seen the "forbidden" page. */
export async function orNotFound<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (error instanceof Forbidden) forbidden();
    throw error;
  }
}
