-- People and how they sign in. A person belongs to no organization: membership does (0003).
-- These tables belong to nobody's organization, so they have no row-level security: only the verbs of
-- features/identity read and write them, by the person's own id or by the hash of a secret.

create table app_user (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  email text not null check (email = lower(email) and length(email) <= 254),
  email_verified boolean not null default false,
  two_factor_enabled boolean not null default false,
  locale text not null default 'es' check (locale in ('es', 'en')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index app_user_email on app_user (email);

create table session (
  id uuid primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  token_hash text not null unique, -- SHA-256 of the token; the token itself is only in the cookie
  active_organization_id uuid,
  ip_address text,
  user_agent text,
  authenticated_at timestamptz not null default now(), -- password or passkey last shown, for re-authentication
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index session_person on session (user_id, expires_at);
create index session_expiry on session (expires_at);

-- A person's password: scrypt with its salt and cost (platform/password-hash.ts).
create table credential (
  user_id uuid primary key references app_user (id) on delete cascade,
  password_hash text not null,
  updated_at timestamptz not null default now()
);

-- Links and second steps that can be used once. The secret is in the mail or the cookie; here is its SHA-256.
create table verification (
  id uuid primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  purpose text not null
    check (purpose in ('verify_email', 'reset_password', 'change_email', 'two_factor')),
  token_hash text not null unique,
  new_email text check (new_email = lower(new_email) and length(new_email) <= 254),
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index verification_user on verification (user_id, purpose);
create index verification_expiry on verification (expires_at);

create table two_factor (
  user_id uuid primary key references app_user (id) on delete cascade,
  sealed_secret text not null, -- AES-256-GCM (platform/sealed.ts)
  last_step bigint not null default 0, -- the newest time step whose code was accepted: no code counts twice
  confirmed_at timestamptz, -- null: shown, and no code of it seen yet
  created_at timestamptz not null default now()
);

create table recovery_code (
  user_id uuid not null references app_user (id) on delete cascade,
  code_hash text not null, -- HMAC under the installation's secret
  used_at timestamptz,
  primary key (user_id, code_hash)
);

create table passkey (
  id uuid primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  credential_id text not null unique, -- base64url, as WebAuthn has it
  public_key bytea not null, -- COSE
  counter bigint not null,
  backed_up boolean not null,
  transports text[] not null default '{}',
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_user on passkey (user_id);

grant select, insert, update, delete
  on app_user, session, credential, verification, two_factor, recovery_code, passkey to gestion_app;

-- Who holds the session with this token, and the place they act in: the one they chose, or else their oldest.
-- One round trip for every request; with the caller's rights, under row-level security. `member`: 0003; logo: 0006.
create function session_actor(hash text, at timestamptz) returns table (
  session_id uuid, user_id uuid, user_name text, email text, locale text, theme text,
  last_seen_at timestamptz, session_created_at timestamptz,
  member_id uuid, roles text[], venue_ids uuid[],
  organization_id uuid, organization_name text, slug text, country text, time_zone text, currency text,
  set_up_at timestamptz, logo_file_id uuid
) language plpgsql volatile as $$
#variable_conflict use_column
declare
  held record;
  caller text := coalesce(current_setting('app.user_id', true), '');
begin
  select s.id, s.user_id, s.active_organization_id, s.last_seen_at, s.created_at, u.name, u.email, u.locale, u.theme
    into held
    from session s join app_user u on u.id = s.user_id
    where s.token_hash = hash and s.expires_at > at;
  if not found then return; end if;

  perform set_config('app.user_id', held.user_id::text, true); -- lets them see their own places
  return query
    select held.id, held.user_id, held.name, held.email, held.locale, held.theme, held.last_seen_at, held.created_at,
           p.member_id, p.roles, p.venue_ids, p.id, p.name, p.slug, p.country::text, p.time_zone, p.currency::text,
           p.set_up_at, p.logo_file_id
    from (values (1)) one
    left join lateral (
      select m.id as member_id, m.roles, m.venue_ids,
             o.id, o.name, o.slug, o.country, o.time_zone, o.currency, o.set_up_at, o.logo_file_id
      from member m join organization o on o.id = m.organization_id
      where m.user_id = held.user_id
      order by o.id is not distinct from held.active_organization_id desc, m.created_at, m.id
      limit 1
    ) p on true;
  perform set_config('app.user_id', caller, true);
end $$;
grant execute on function session_actor to gestion_app;
