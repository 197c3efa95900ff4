// Written by `npm run db:generate` from the migrated database; do not edit.

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Allocation {
  atom_id: string;
  blocking: boolean;
  claim_id: Generated<string>;
  closure_id: string | null;
  event_id: string | null;
  occupied: string;
  occupied_from: Generated<Timestamp>;
  occupied_until: Generated<Timestamp>;
  organization_id: string;
  space_id: string;
}

export interface ApiKey {
  created_at: Generated<Timestamp>;
  created_by: string;
  expires_at: Timestamp | null;
  id: string;
  key_hash: string;
  last_used_at: Timestamp | null;
  name: string;
  organization_id: string;
  prefix: string;
  revoked_at: Timestamp | null;
  scopes: string[];
  venue_ids: string[] | null;
}

export interface AppUser {
  created_at: Generated<Timestamp>;
  email: string;
  email_verified: Generated<boolean>;
  id: string;
  locale: Generated<string>;
  name: string;
  theme: Generated<string>;
  two_factor_enabled: Generated<boolean>;
  updated_at: Generated<Timestamp>;
}

export interface Atom {
  created_at: Generated<Timestamp>;
  id: string;
  name: string;
  organization_id: string;
  venue_id: string;
}

export interface AuditEntry {
  action: string;
  actor_id: string | null;
  actor_kind: string;
  actor_name: string;
  after: Json | null;
  at: Generated<Timestamp>;
  before: Json | null;
  id: string;
  ip: string | null;
  organization_id: string;
  request_id: string | null;
  search: Generated<string>;
  subject_id: string | null;
  subject_name: string | null;
  subject_type: string;
  user_agent: string | null;
}

export interface Closure {
  created_at: Generated<Timestamp>;
  created_by: string | null;
  ends_at: Timestamp;
  id: string;
  local_end: string;
  local_start: string;
  organization_id: string;
  reason: string;
  space_id: string;
  starts_at: Timestamp;
  time_zone: string;
  venue_id: string;
}

export interface Credential {
  password_hash: string;
  updated_at: Generated<Timestamp>;
  user_id: string;
}

export interface Event {
  client_name: string | null;
  confirmed_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  ended_reason: string | null;
  ends_at: Timestamp;
  head_count: number | null;
  hold_expires_at: Timestamp | null;
  hold_order: Generated<number>;
  id: string;
  local_end: string;
  local_start: string;
  number: number;
  organization_id: string;
  override_reason: string | null;
  priority_at: Timestamp;
  search: Generated<string>;
  starts_at: Timestamp;
  status: string;
  time_zone: string;
  title: string;
  type: Generated<string>;
  updated_at: Generated<Timestamp>;
  venue_id: string;
}

export interface EventCounter {
  last_number: Generated<number>;
  organization_id: string;
}

export interface EventSpace {
  event_id: string;
  layout_id: string | null;
  organization_id: string;
  position: Generated<number>;
  space_id: string;
  venue_id: string;
}

export interface File {
  byte_size: bigint;
  created_at: Generated<Timestamp>;
  deleted_at: Timestamp | null;
  height: number | null;
  id: string;
  media_type: string;
  name: string;
  organization_id: string;
  sha256: string;
  storage_key: string;
  subject_id: string | null;
  subject_type: string;
  thumbnail_key: string | null;
  uploaded_by: string | null;
  width: number | null;
}

export interface IdempotencyKey {
  caller: string;
  created_at: Generated<Timestamp>;
  key: string;
  organization_id: string;
  request_hash: string;
  response: Json | null;
  status: number | null;
}

export interface Invitation {
  accepted_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  email: string;
  expires_at: Timestamp;
  id: string;
  invited_by: string | null;
  organization_id: string;
  revoked_at: Timestamp | null;
  roles: string[];
  sent_at: Generated<Timestamp>;
  token_hash: string;
  venue_ids: string[] | null;
}

export interface JobRunner {
  host: string;
  id: string;
  seen_at: Generated<Timestamp>;
  started_at: Generated<Timestamp>;
}

export interface Layout {
  capacity: number;
  id: string;
  name: string;
  organization_id: string;
  position: Generated<number>;
  space_id: string;
}

export interface Member {
  created_at: Generated<Timestamp>;
  id: string;
  last_seen_at: Timestamp | null;
  organization_id: string;
  roles: string[];
  updated_at: Generated<Timestamp>;
  user_id: string;
  venue_ids: string[] | null;
}

export interface Message {
  attempts: Generated<number>;
  body: string;
  bounced_at: Timestamp | null;
  channel: Generated<string>;
  claimed_until: Timestamp | null;
  created_at: Generated<Timestamp>;
  html: string;
  id: string;
  last_error: string | null;
  locale: string;
  organization_id: string;
  provider_id: string | null;
  recipient: string;
  recipient_name: string | null;
  sealed_link: string | null;
  search: Generated<string>;
  sent_at: Timestamp | null;
  state: Generated<string>;
  subject: string;
  subject_id: string | null;
  subject_type: string | null;
  template: string;
  transport: string | null;
}

export interface Organization {
  closed_at: Timestamp | null;
  country: string;
  created_at: Generated<Timestamp>;
  currency: string;
  demo: Generated<boolean>;
  demo_as_of: string | null;
  file_quota_bytes: Generated<bigint>;
  id: string;
  kind: Generated<string>;
  logo_file_id: string | null;
  name: string;
  set_up_at: Timestamp | null;
  slug: string;
  time_zone: string;
  updated_at: Generated<Timestamp>;
}

export interface Passkey {
  backed_up: boolean;
  counter: bigint;
  created_at: Generated<Timestamp>;
  credential_id: string;
  id: string;
  last_used_at: Timestamp | null;
  name: string;
  public_key: Buffer;
  transports: Generated<string[]>;
  user_id: string;
}

export interface RecoveryCode {
  code_hash: string;
  used_at: Timestamp | null;
  user_id: string;
}

export interface Session {
  active_organization_id: string | null;
  authenticated_at: Generated<Timestamp>;
  created_at: Generated<Timestamp>;
  expires_at: Timestamp;
  id: string;
  ip_address: string | null;
  last_seen_at: Generated<Timestamp>;
  token_hash: string;
  user_agent: string | null;
  user_id: string;
}

export interface Shift {
  archived_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  ends: string;
  id: string;
  name: string;
  organization_id: string;
  position: Generated<number>;
  starts: string;
  venue_id: string;
}

export interface Space {
  archived_at: Timestamp | null;
  capacity: number;
  created_at: Generated<Timestamp>;
  id: string;
  name: string;
  organization_id: string;
  position: Generated<number>;
  setup_minutes: Generated<number>;
  teardown_minutes: Generated<number>;
  updated_at: Generated<Timestamp>;
  venue_id: string;
}

export interface SpaceAtom {
  atom_id: string;
  organization_id: string;
  space_id: string;
  valid: Generated<string>;
  venue_id: string;
}

export interface TwoFactor {
  confirmed_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  last_step: Generated<bigint>;
  sealed_secret: string;
  user_id: string;
}

export interface Venue {
  address: string | null;
  archived_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  currency: string;
  day_cutoff: Generated<string>;
  id: string;
  name: string;
  organization_id: string;
  position: Generated<number>;
  time_zone: string;
  updated_at: Generated<Timestamp>;
}

export interface Verification {
  created_at: Generated<Timestamp>;
  expires_at: Timestamp;
  id: string;
  new_email: string | null;
  purpose: string;
  token_hash: string;
  user_id: string;
}

export interface DB {
  allocation: Allocation;
  api_key: ApiKey;
  app_user: AppUser;
  atom: Atom;
  audit_entry: AuditEntry;
  closure: Closure;
  credential: Credential;
  event: Event;
  event_counter: EventCounter;
  event_space: EventSpace;
  file: File;
  idempotency_key: IdempotencyKey;
  invitation: Invitation;
  job_runner: JobRunner;
  layout: Layout;
  member: Member;
  message: Message;
  organization: Organization;
  passkey: Passkey;
  recovery_code: RecoveryCode;
  session: Session;
  shift: Shift;
  space: Space;
  space_atom: SpaceAtom;
  two_factor: TwoFactor;
  venue: Venue;
  verification: Verification;
}
