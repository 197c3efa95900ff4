// @ts-check
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * @typedef {{ uid: number, gid: number, name: string }} Account
 * @typedef {{ command: string, args: string[], ids: { uid?: number, gid?: number } }} Invocation
 */

/**
 * PostgreSQL refuses to run as root. So root lends it to another account: whoever owns the data already, else
 * `postgres` (made when it is missing), else `nobody`. Null: we are not root, and run it ourselves.
 * @param {string} dataDirectory
 * @returns {Account | null}
 */
export function postgresAccount(dataDirectory) {
  if (process.getuid?.() !== 0) return null;
  return ownerOf(dataDirectory) ?? account("postgres") ?? createAccount() ?? account("nobody");
}

/**
 * How to run one of PostgreSQL's programs as that account. Where the account may not enter the folders on the way (a
 * project under /root), it gets the one capability that it lacks, and nothing else of root's.
 * @param {Account | null} user @param {string} program @param {string[]} args @param {string[]} paths it must reach
 * @returns {Invocation}
 */
export function asAccount(user, program, args, paths) {
  if (user === null) return { command: program, args, ids: {} };
  if (paths.every((path) => canReach(user, path)))
    return { command: program, args, ids: { uid: user.uid, gid: user.gid } };
  if (spawnSync("setpriv", ["--version"]).status !== 0) {
    throw new Error(
      `PostgreSQL cannot run as root, and ${user.name} may not enter ${paths.find((path) => !canReach(user, path))}. ` +
        "Move the project to a folder that others may enter (/srv, say), or start it as a normal user.",
    );
  }
  const lend = ["--securebits", "+no_setuid_fixup", "--inh-caps", "+dac_override", "--ambient-caps", "+dac_override"];
  const ids = ["--reuid", String(user.uid), "--regid", String(user.gid), "--clear-groups"];
  return { command: "setpriv", args: [...lend, ...ids, program, ...args], ids: {} };
}

/** @param {Account} user @param {string} path */
function canReach(user, path) {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** @param {string} path @returns {Account | null} */
function ownerOf(path) {
  const owner = statSync(path, { throwIfNoEntry: false })?.uid;
  return owner ? (accounts().find(({ uid }) => uid === owner) ?? null) : null;
}

/** @param {string} name @returns {Account | null} */
function account(name) {
  return accounts().find((entry) => entry.name === name && entry.uid !== 0) ?? null;
}

function createAccount() {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--shell", "/usr/sbin/nologin", "postgres"], {
      stdio: "ignore",
    });
  } catch {
    return null;
  }
  return account("postgres");
}

/** @returns {Account[]} */
function accounts() {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const [name = "", , uid, gid] = line.split(":");
    return { name, uid: Number(uid), gid: Number(gid) };
  });
}
