/** The files of messages/<language>/, one namespace each. */
export const messageNamespaces = ["ui", "shell", "errors", "auth", "account", "home", "mail", "messages", "files", "jobs", "audit", "organizations", "wizard", "venues", "calendar", "events", "api"] as const;
