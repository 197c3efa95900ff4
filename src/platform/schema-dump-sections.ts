/** Where our own objects are: every schema but the system's and the job queue's. */
const ours = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'graphile_worker')`;

const notOfAnExtension = (catalogue: string, oid: string) =>
  `not exists (select from pg_depend e where e.classid = '${catalogue}'::regclass and e.objid = ${oid} and e.deptype = 'e')`;

/** Tables, plain and partitioned, ours. */
const tables = `
  pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${ours} and c.relname <> 'schema_migration' and ${notOfAnExtension("pg_class", "c.oid")}`;

const order = `order by c.oid::regclass::text collate "C"`;

/** What may be granted to others than the owner, whose name differs from one installation to the next. */
const grantees = (acl: string, owner: string, kind: string, name: string) => `
  select format('grant %s on ${kind} %s to %s;', lower(string_agg(distinct a.privilege_type, ', ' order by a.privilege_type)),
    ${name}, case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end)
  from aclexplode(${acl}) a where a.grantee <> ${owner} group by a.grantee`;

const foreignKeys = `
  select format('alter table %s add constraint %I %s;', c.oid::regclass, k.conname, pg_get_constraintdef(k.oid, true)) as line
  from pg_constraint k join (select c.oid, c.relname from ${tables}) c on c.oid = k.conrelid
  where k.contype = 'f' and k.conparentid = 0
  ${order}, k.conname collate "C"`;

const policies = `
  select format('create policy %I on %s as %s for %s to %s', p.polname, c.oid::regclass,
      case when p.polpermissive then 'permissive' else 'restrictive' end,
      case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
      (select string_agg(case r when 0 then 'public' else quote_ident(pg_get_userbyid(r)) end, ', ' order by pg_get_userbyid(r)) from unnest(p.polroles) r))
    || coalesce(E'\\n  using (' || pg_get_expr(p.polqual, p.polrelid, true) || ')', '')
    || coalesce(E'\\n  with check (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')', '') || ';' as line
  from pg_policy p join (select c.oid, c.relname from ${tables}) c on c.oid = p.polrelid
  ${order}, p.polname collate "C"`;

const functions = `pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${ours} and p.prokind in ('f', 'p') and ${notOfAnExtension("pg_proc", "p.oid")}`;

/** What is not of one table, each query giving rows of `line`. */
export const schemaSections = {
  beforeTables: [
    {
      title: "Extensions",
      sql: `select format('create extension if not exists %I;', extname) as line from pg_extension
        where extname <> 'plpgsql' order by extname collate "C"`,
    },
    {
      title: "Types",
      sql: `
        select line from (
        select format('create type %s as enum (%s);', t.oid::regtype, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as line
        from pg_type t join pg_namespace n on n.oid = t.typnamespace join pg_enum e on e.enumtypid = t.oid
        where ${ours} group by t.oid
        union all
        select format('create domain %s as %s%s%s;', t.oid::regtype, format_type(t.typbasetype, t.typtypmod),
          case when t.typnotnull then ' not null' else '' end,
          (select string_agg(format(' constraint %I %s', k.conname, pg_get_constraintdef(k.oid, true)), '' order by k.conname)
           from pg_constraint k where k.contypid = t.oid and k.contype = 'c'))
        from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype = 'd' and ${ours}
        union all
        select format('create type %s as (%s);', c.oid::regclass,
          (select string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
           from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'c' and ${ours}
        ) types order by line collate "C"`,
    },
    {
      title: "Functions",
      sql: `select pg_get_functiondef(p.oid) || ';' as line from ${functions} order by p.oid::regprocedure::text collate "C"`,
    },
    {
      title: "Sequences",
      sql: `
        select format('create sequence %s as %s increment %s minvalue %s maxvalue %s start %s cache %s%s;', c.oid::regclass,
          s.seqtypid::regtype, s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache, case when s.seqcycle then ' cycle' else '' end) as line
        from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
        where ${ours} and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'i') ${order}`,
    },
  ],
  afterTables: [
    { title: "Foreign keys", sql: foreignKeys },
    {
      title: "Views",
      sql: `
        select format('create %s %s%s as%s%s', case c.relkind when 'm' then 'materialized view' else 'view' end, c.oid::regclass,
          ' with (' || array_to_string(c.reloptions, ', ') || ')', E'\\n', pg_get_viewdef(c.oid, true)) as line
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('v', 'm') and ${ours} and ${notOfAnExtension("pg_class", "c.oid")} order by c.oid`,
    },
    { title: "Row-level security", sql: policies },
    {
      title: "Rights on what is not a table",
      sql: `
        select line from (
          select 1 as place, p.oid::regprocedure::text as name, format('revoke all on function %s from public;', p.oid::regprocedure) as line
          from ${functions} and p.proacl is not null and not exists (select from aclexplode(p.proacl) a where a.grantee = 0)
          union all
          select 2, p.oid::regprocedure::text, g.format from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
            lateral (${grantees("p.proacl", "p.proowner", "function", "p.oid::regprocedure")}) g
          where ${ours} and p.prokind in ('f', 'p') and ${notOfAnExtension("pg_proc", "p.oid")}
          union all
          select 3, n.nspname, g.format from pg_namespace n,
            lateral (${grantees("n.nspacl", "n.nspowner", "schema", "quote_ident(n.nspname)")}) g where ${ours}
          union all
          select 4, c.oid::regclass::text, g.format from pg_class c join pg_namespace n on n.oid = c.relnamespace,
            lateral (${grantees("c.relacl", "c.relowner", "sequence", "c.oid::regclass")}) g where ${ours} and c.relkind = 'S'
        ) rights order by place, name collate "C", line collate "C"`,
    },
  ],
} as const;

/** What hangs on one table, each query giving rows of `table` and `line`, table by table. */
export const tableSections = [
  `select c.oid::regclass::text as table, case when c.relispartition
      then format(E'create table %s partition of %s %s;', c.oid::regclass,
        (select i.inhparent::regclass from pg_inherits i where i.inhrelid = c.oid), pg_get_expr(c.relpartbound, c.oid))
      else format(E'create table %s (\\n%s\\n)%s;', c.oid::regclass,
        (select string_agg('  ' || line, E',\\n' order by place, number, line collate "C") from (
          select 1 as place, a.attnum as number, format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
            || case when a.attcollation <> t.typcollation and a.attcollation <> 0
               then ' collate ' || (select quote_ident(l.collname) from pg_collation l where l.oid = a.attcollation) else '' end
            || case a.attidentity when 'a' then ' generated always as identity' when 'd' then ' generated by default as identity' else '' end
            || case when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid, true))
               else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid, true), '') end
            || case when a.attnotnull then ' not null' else '' end as line
          from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          union all
          select case k.contype when 'p' then 2 when 'u' then 3 when 'x' then 4 else 5 end, 0,
            format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid, true))
          from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'x', 'c')
        ) part), coalesce(' partition by ' || pg_get_partkeydef(c.oid), '')) end as line
   from ${tables} ${order}`,
  `select c.oid::regclass::text as table, pg_get_indexdef(i.indexrelid) || ';' as line
   from (select c.oid, c.relname from ${tables}) c join pg_index i on i.indrelid = c.oid join pg_class x on x.oid = i.indexrelid
   where not x.relispartition and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
   ${order}, x.relname collate "C"`,
  `select c.oid::regclass::text as table, pg_get_triggerdef(t.oid, true) || ';' as line
   from (select c.oid, c.relname from ${tables}) c join pg_trigger t on t.tgrelid = c.oid
   where not t.tgisinternal and t.tgparentid = 0 ${order}, t.tgname collate "C"`,
  `select c.oid::regclass::text as table, format('alter table %s enable row level security;', c.oid::regclass)
     || case when c.relforcerowsecurity then format(E'\\nalter table %s force row level security;', c.oid::regclass) else '' end as line
   from ${tables} and c.relrowsecurity ${order}`,
  `select c.oid::regclass::text as table, g.format as line
   from (select c.* from ${tables}) c, lateral (${grantees("c.relacl", "c.relowner", "table", "c.oid::regclass")}) g
   ${order}, g.format collate "C"`,
  `select c.oid::regclass::text as table, format('grant %s (%s) on %s to %s;', lower(a.privilege_type),
     string_agg(quote_ident(t.attname), ', ' order by t.attnum), c.oid::regclass,
     case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end) as line
   from (select c.* from ${tables}) c join pg_attribute t on t.attrelid = c.oid and t.attacl is not null, lateral aclexplode(t.attacl) a
   where a.grantee <> c.relowner group by c.oid, a.privilege_type, a.grantee ${order}, a.privilege_type, pg_get_userbyid(a.grantee)`,
  `select c.oid::regclass::text as table, case d.objsubid when 0 then format('comment on table %s is %L;', c.oid::regclass, d.description)
     else format('comment on column %s.%I is %L;', c.oid::regclass, a.attname, d.description) end as line
   from (select c.oid, c.relname from ${tables}) c join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = c.oid
   left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
   ${order}, d.objsubid`,
] as const;
