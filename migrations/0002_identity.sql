-- People and how they sign in. A person belongs to no organization: membership does (0003).
-- The columns are those that Better Auth asks for, under our names (features/identity/better-auth.ts).

create table app_user (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  email text not null check (email = lower(email) and length(email) <= 254),
  email_verified boolean not null default false,
  image text,
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
  token text not null unique, -- SHA-256 of the token; the token itself is only in the cookie
  active_organization_id uuid,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  authenticated_at timestamptz not null default now(), -- password or passkey last shown, for re-authentication
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_person on session (user_id, expires_at);

create table credential (
  id uuid primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credential_user on credential (user_id);

create table verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on verification (identifier);
create index verification_expiry on verification (expires_at);

create table two_factor (
  id uuid primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  created_at timestamptz not null default now()
);
create index two_factor_user on two_factor (user_id);

create table passkey (
  id uuid primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
create index passkey_user on passkey (user_id);

grant select, insert, update, delete on app_user, session, credential, verification, two_factor, passkey to gestion_app;
