import { jobs as bookingJobs } from "@/features/bookings/jobs";
import { jobs as fileJobs } from "@/features/files/jobs";
import { jobs as identityJobs } from "@/features/identity/jobs";
import { jobs as jobJobs } from "@/features/jobs/jobs";
import { jobs as messageJobs } from "@/features/messages/jobs";
import { jobs as organizationJobs } from "@/features/organizations/jobs";
import type { JobHandler } from "./run-task";

/** Every task that the queue knows, by name: the features' own maps, put together. */
export const tasks: Readonly<Record<string, JobHandler>> = {
  ...bookingJobs,
  ...fileJobs,
  ...identityJobs,
  ...jobJobs,
  ...messageJobs,
  ...organizationJobs,
};
