import { describe, expect, it } from "vitest";
import {
  exchangeBounce,
  eximBounce,
  gmailBounce,
  internationalBounce,
  postfixBounce,
  postfixDelay,
} from "#tests/smtp/bounces";
import { parseDeliveryStatus } from "./delivery-status";

const id = "<org.msg@eventos.example>";

describe("a delivery report", () => {
  it("of Postfix", () => {
    expect(parseDeliveryStatus(postfixBounce(id))).toEqual({
      originalMessageId: id,
      recipients: [
        {
          address: "nadie@ejemplo.mx",
          action: "failed",
          status: "5.1.1",
          diagnostic: "550 5.1.1 <nadie@ejemplo.mx>: Recipient address rejected: User unknown in virtual mailbox table",
        },
      ],
    });
  });

  it("of Gmail, whose boundary and diagnosis go over several lines", () => {
    expect(parseDeliveryStatus(gmailBounce(id))).toEqual({
      originalMessageId: id,
      recipients: [
        {
          address: "no.existe.nunca@gmail.com",
          action: "failed",
          status: "5.1.1",
          diagnostic:
            "550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the recipient's email address for typos. 550 5.1.1 For more information, go to https://support.google.com/mail/?p=NoSuchUser 00721157ae682-gsmtp",
        },
      ],
    });
  });

  it("of Exchange, with CRLF and the original as an attachment", () => {
    const report = parseDeliveryStatus(exchangeBounce(id));
    expect(report?.originalMessageId).toBe(id);
    expect(report?.recipients).toEqual([
      expect.objectContaining({ address: "lleno@empresa.example", action: "failed", status: "5.2.2" }),
    ]);
  });

  it("of Exim, with the headers in base64", () => {
    const report = parseDeliveryStatus(eximBounce(id));
    expect(report).toMatchObject({ originalMessageId: id, recipients: [{ action: "failed", status: "5.0.0" }] });
  });

  it("about an address beyond ASCII (RFC 6533), in quoted-printable", () => {
    const report = parseDeliveryStatus(internationalBounce(id));
    expect(report).toMatchObject({
      originalMessageId: id,
      recipients: [{ address: "josé@ñandú.example", action: "failed" }],
    });
  });

  it("of a delay, which is no bounce yet", () => {
    const report = parseDeliveryStatus(postfixDelay(id));
    expect(report).toMatchObject({ originalMessageId: id, recipients: [{ action: "delayed", status: "4.4.1" }] });
  });

  it("that was cut off before the original's headers", () => {
    const whole = postfixBounce(id);
    const report = parseDeliveryStatus(
      whole.slice(0, whole.indexOf("--9B0", whole.indexOf("message/delivery-status"))),
    );
    expect(report).toMatchObject({ originalMessageId: null, recipients: [{ action: "failed" }] });
  });
});

describe("anything else is no report", () => {
  it.each([
    ["nothing", ""],
    ["noise", "\u0000\u0001\r\n\r\n--x--"],
    ["a person's answer", "From: ana@ejemplo.mx\nSubject: Re: hola\n\nGracias"],
    [
      "a vacation reply",
      "From: ana@ejemplo.mx\nAuto-Submitted: auto-replied\nContent-Type: text/plain\n\nVuelvo el lunes",
    ],
    [
      "a read receipt (RFC 8098)",
      'Content-Type: multipart/report; report-type=disposition-notification; boundary="b"\n\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;ana@ejemplo.mx\n--b--',
    ],
    [
      "a report without a boundary",
      "Content-Type: multipart/report\n\n--b\nContent-Type: message/delivery-status\n\n--b--",
    ],
  ])("%s", (_, raw) => {
    expect(parseDeliveryStatus(raw)).toBeNull();
  });

  it("and a megabyte of hostile text takes no time", () => {
    const started = performance.now();
    for (const piece of ["\n ", "--b\n", "a:".repeat(3), "\n\n", "=\n", ";boundary="]) {
      parseDeliveryStatus(`Content-Type: multipart/report; boundary=b\n\n${piece.repeat(1_000_000 / piece.length)}`);
      parseDeliveryStatus(piece.repeat(1_000_000 / piece.length));
    }
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
