/** The rows of the measurements, in SQL: 10,000 events over 1,000 days and ten rooms, with their claims, and 10,000 audit entries. */
export const rows = {
  owner: `
    select u.id as "userId", u.name, u.email, o.id as "organizationId", m.id as "memberId", m.roles,
           o.time_zone as "timeZone"
    from organization o
    join member m on m.organization_id = o.id and m.roles @> array['owner']
    join app_user u on u.id = m.user_id
    where o.kind = 'customer'
    order by o.demo desc, o.country desc, o.name, m.id
    limit 1`,

  session: `
    insert into session (id, user_id, token_hash, active_organization_id, expires_at)
    values ($1, $2, $3, $4, now() + interval '1 day')`,

  /** $1 organization, $2 venue, $3 spaces, $4 time zone. */
  events: `
    with before as (
      select coalesce(max(number), 0) as number from event where organization_id = $1
    ), planned as (
      select n, current_date - 500 + n / cardinality($3::uuid[]) as day from generate_series(0, 9999) n
    ), made as (
      select n, case
          when n % 17 = 0 then 'cancelled'
          when day < current_date - 1 then 'completed'
          when n % 10 < 3 then 'tentative'
          else 'confirmed' end as status,
        day + time '17:00' as starts, day + time '23:00' as ends
      from planned
    )
    , counted as (
      insert into event_counter (organization_id, last_number) select $1, number + 10000 from before
      on conflict (organization_id) do update set last_number = greatest(event_counter.last_number, excluded.last_number)
    )
    insert into event (organization_id, id, number, title, type, client_name, head_count, status, venue_id,
      local_start, local_end, time_zone, starts_at, ends_at, hold_expires_at, priority_at, confirmed_at, ended_reason)
    select $1, gen_random_uuid(), before.number + 1 + n,
      (array['Boda', 'XV años', 'Graduación', 'Congreso', 'Bautizo'])[1 + n % 5] || ' ' ||
      (array['Lucía', 'Mateo', 'Ximena', 'Emiliano', 'Renata', 'Julián', 'Abril'])[1 + n % 7] || ' ' ||
      (array['Ibáñez', 'Núñez', 'Cárdenas', 'Lozano', 'Arriaga', 'Quiroga', 'Benítez', 'Solís', 'Vega', 'Peña', 'Ríos'])[1 + n % 11],
      (array['wedding', 'quinceanera', 'graduation', 'congress', 'baptism'])[1 + n % 5],
      'Familia ' || (array['Ibáñez', 'Núñez', 'Cárdenas', 'Lozano', 'Arriaga', 'Quiroga', 'Benítez', 'Solís'])[1 + n % 8],
      40 + n % 60, status, $2, starts, ends, $4, starts at time zone $4, ends at time zone $4,
      case when status = 'tentative' then now() + interval '5 days' end, now() - interval '1 day',
      case when status in ('confirmed', 'completed') then now() - interval '1 day' end,
      case when status = 'cancelled' then 'El cliente cambió de fecha' end
    from made, before
    returning id`,

  /** $1 organization, $2 venue, $3 spaces: one room an event; no two of a room on one day. */
  claims: `
    with place as (
      select id, status, starts_at, ends_at,
             ($3::uuid[])[1 + (row_number() over (partition by local_start::date order by number))::int % cardinality($3::uuid[])] as space_id
      from event where organization_id = $1 and venue_id = $2
    ), placed as (
      insert into event_space (organization_id, event_id, venue_id, space_id) select $1, id, $2, space_id from place
    )
    insert into allocation (organization_id, event_id, space_id, atom_id, occupied, blocking)
    select $1, p.id, p.space_id, sa.atom_id,
           tstzrange(p.starts_at - interval '1 hour', p.ends_at + interval '1 hour'), p.status <> 'tentative'
    from place p join space_atom sa on sa.organization_id = $1 and sa.space_id = p.space_id
    where p.status <> 'cancelled'`,

  /** $1 organization, $2 user. */
  trail: `
    insert into audit_entry (organization_id, id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id,
      subject_name, before, after, ip)
    select $1, gen_random_uuid(), now() - n * interval '9 minutes', 'user', $2::uuid,
      (array['Mariana Robles', 'Iván Cordero', 'Paula Treviño'])[1 + n % 3],
      (array['event.held', 'event.confirmed', 'event.moved', 'member.invited'])[1 + n % 4], 'event', gen_random_uuid(),
      'Evento ' || n, jsonb_build_object('status', 'tentative'), jsonb_build_object('status', 'confirmed'), '203.0.113.7'
    from generate_series(1, 10000) n`,

  /** $1 hashes of keys, $2 what is shown of them. All belong to one person, who never signs in. */
  organizations: `
    with planned as (
      select n, hash, shown, gen_random_uuid() as id, gen_random_uuid() as member_id
      from unnest($1::text[], $2::text[]) with ordinality as given(hash, shown, n)
    ), opened as (
      insert into organization (id, name, slug, country, time_zone, currency, set_up_at)
      select id, 'Salón de las mediciones ' || n, 'medicion-' || n, 'MX', 'America/Mexico_City', 'MXN', now() from planned
    ), person as (
      insert into app_user (id, name, email) values (gen_random_uuid(), 'Medición', 'medicion@ejemplo.mx') returning id
    ), joined as (
      insert into member (organization_id, id, user_id, roles)
      select planned.id, member_id, person.id, array['owner'] from planned, person
    )
    insert into api_key (organization_id, id, name, prefix, key_hash, scopes, created_by)
    select id, gen_random_uuid(), 'Medición', shown, hash, array['member.invite'], member_id from planned`,
};
