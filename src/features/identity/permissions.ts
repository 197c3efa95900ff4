import type { Role } from "@/kernel/actor";

const all = ["owner", "admin", "manager", "sales", "coordinator", "finance", "door", "viewer"] as const;
const office = ["owner", "admin", "manager", "sales", "coordinator", "finance", "viewer"] as const;
const sellers = ["owner", "admin", "manager", "sales"] as const;
const planners = ["owner", "admin", "manager", "sales", "coordinator"] as const;
const managers = ["owner", "admin", "manager"] as const;
const admins = ["owner", "admin"] as const;
const owner = ["owner"] as const;

/** Who may do what, whole: each permission with the roles that have it. The page Ajustes > Permisos shows this table. */
export const permissions = {
  "organization.read": all,
  "organization.update": admins,
  "organization.export": owner,
  "organization.delete": owner,
  "member.read": office,
  "member.invite": admins,
  "member.update": admins,
  "member.remove": admins,
  "venue.read": all,
  "venue.update": managers,
  "event.read": all,
  "event.create": planners,
  "event.update": planners,
  "event.confirm": sellers,
  "event.cancel": sellers,
  "closure.update": [...managers, "coordinator"],
  "file.read": office,
  "file.upload": planners,
  "file.delete": planners,
  "message.read": [...managers, "sales", "finance"],
  "message.retry": admins,
  "audit.read": [...managers, "finance"],
  "job.read": admins,
  "job.retry": admins,
  "api_key.read": admins,
  "api_key.create": admins,
  "api_key.revoke": admins,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Every permission, in the order of the table. */
export const permissionNames = Object.keys(permissions) as Permission[];

/** Whether any of the roles has the permission. */
export function rolesAllow(held: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return held.some((role) => allowed.includes(role));
}
