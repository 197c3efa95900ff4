import type { Populated } from "./populated";

/**
 * For every use case that a member can call, the input with which one organization reaches for another: the ids in it are
 * the other's. `null`: the use case takes no id, so it is called with nothing and must just show and change nothing
 * of the other. A use case that is not in this table fails the test.
 */
export const probes: Record<string, ((other: Populated) => object) | null> = {
  // api-keys
  createApiKey: ({ venueId }) => ({ name: "Ajena", scopes: ["event.read"], venueIds: [venueId] }),
  listApiKeys: null,
  revokeApiKey: ({ apiKeyId }) => ({ apiKeyId }),
  // audit
  listAuditEntries: ({ eventId, mark }) => ({ q: mark, subjectId: eventId, subject: eventId }),
  exportAuditTrail: ({ mark }) => ({ q: mark }),
  listAuditActors: null,
  // bookings
  cancelEvent: ({ eventId }) => ({ eventId, reason: "De otra organización" }),
  closeSpace: ({ spaceId }) => ({ spaceId, reason: "Ajeno", date: "2027-08-01", starts: "10:00", ends: "12:00" }),
  confirmEvent: ({ eventId }) => ({ eventId, override: { reason: "De otra organización" } }),
  getEvent: ({ eventId }) => ({ eventId }),
  listEvents: ({ mark }) => ({ q: mark, sort: "date", limit: 50 }),
  moveEvent: ({ eventId, spaceId }) => ({ eventId, spaceIds: [spaceId] }),
  openSpace: ({ closureId }) => ({ closureId }),
  placeHold: ({ spaceId }) => ({
    title: "Ajeno",
    type: "other",
    spaceIds: [spaceId],
    holdDays: 7,
    date: "2027-08-01",
    starts: "10:00",
    ends: "12:00",
  }),
  releaseHold: ({ eventId }) => ({ eventId, reason: "De otra organización" }),
  updateEvent: ({ eventId }) => ({ eventId, title: "Cambiado desde fuera" }),
  // calendar and home
  calendarGrid: ({ venueId }) => ({ from: "2027-06-14", to: "2027-06-21", venueId }),
  endingHolds: null,
  eventsOfTheDays: null,
  unconfirmedEvents: null,
  waitingRoom: null,
  // files
  changeLogo: ({ fileId }) => ({ fileId }),
  fileSpace: null,
  listFiles: ({ eventId }) => ({ type: "event", id: eventId }),
  openFile: ({ fileId }) => ({ fileId, thumbnail: false }),
  removeFile: ({ fileId }) => ({ fileId }),
  restoreFile: ({ fileId }) => ({ fileId }),
  // identity: what is another person's
  removePasskey: ({ passkeyId }) => ({ passkeyId }),
  revokeSession: ({ sessionId }) => ({ sessionId }),
  switchOrganization: ({ organizationId }) => ({ organizationId }),
  // jobs
  listJobs: null,
  retryJob: () => ({ jobId: "1" }),
  // messages
  getMessage: ({ messageId }) => ({ messageId }),
  listMessages: ({ mark }) => ({ q: mark }),
  retryMessage: ({ messageId }) => ({ messageId }),
  // organizations
  getOrganization: null,
  inviteMember: ({ venueId }) => ({ email: "otra@ejemplo.mx", roles: ["viewer"], venueIds: [venueId] }),
  listInvitations: null,
  listMembers: ({ mark }) => ({ q: mark }),
  listOwnOrganizations: null,
  removeMember: ({ memberId }) => ({ memberId }),
  resendInvitation: ({ invitationId }) => ({ invitationId }),
  revokeInvitation: ({ invitationId }) => ({ invitationId }),
  setUpProgress: null,
  setUpShifts: ({ venueId }) => ({
    venueId,
    shifts: [{ name: "Ajeno", starts: "10:00", ends: "12:00" }],
    setupMinutes: 0,
    teardownMinutes: 0,
  }),
  setUpSpaces: ({ venueId }) => ({ venueId, spaces: [{ name: "Ajeno", capacity: 10, parts: [] }] }),
  updateMember: ({ memberId }) => ({ memberId, roles: ["owner"] }),
  // venues
  archiveShift: ({ shiftId }) => ({ shiftId }),
  archiveSpace: ({ spaceId }) => ({ spaceId }),
  createShift: ({ venueId }) => ({ venueId, name: "Ajeno", starts: "10:00", ends: "12:00" }),
  createSpace: ({ venueId, spaceId }) => ({
    venueId,
    name: "Ajeno",
    capacity: 10,
    setupMinutes: 0,
    teardownMinutes: 0,
    madeOf: [spaceId],
    layouts: [],
  }),
  getVenue: ({ venueId }) => ({ venueId }),
  listVenues: null,
  updateSpace: ({ spaceId }) => ({ spaceId, name: "Cambiado desde fuera" }),
  updateVenue: ({ venueId }) => ({ venueId, name: "Cambiado desde fuera" }),
};

/** Use cases about the caller's own account or organization as a whole: no input names anything of others. */
export const aboutOneself = new Set([
  "accountSecurity",
  "hasConfirmedIdentity",
  "listOwnPlaces",
  "listSessions",
  "pendingTwoFactor",
  "uploadFile",
  "changePassword",
  "changeProfile",
  "closeOrganization",
  "completeSetUp",
  "confirmEmailChange",
  "confirmIdentity",
  "confirmTwoFactor",
  "createOrganization",
  "createVenue",
  "deleteAccount",
  "disableTwoFactor",
  "enableTwoFactor",
  "exportAccount",
  "exportOrganization",
  "identityConfirmedUntil",
  "leaveOrganization",
  "recordVisit",
  "regenerateRecoveryCodes",
  "registerPasskey",
  "requestEmailChange",
  "revokeOtherSessions",
  "setTheme",
  "startPasskeyRegistration",
  "updateOrganization",
]);
