/** Delivery reports in the words of the programs that write them. `id` is the Message-ID of the mail that came back. */

export function postfixBounce(id: string): string {
  return `Return-Path: <>
Received: by mx.eventos.example (Postfix)
	id 4F1C02E0B7; Tue, 24 Nov 2026 18:00:07 +0000 (UTC)
Date: Tue, 24 Nov 2026 18:00:07 +0000 (UTC)
From: MAILER-DAEMON@mx.eventos.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: avisos@eventos.example
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="9B0D72E0B5.1795543207/mx.eventos.example"
Message-Id: <20261124180007.4F1C02E0B7@mx.eventos.example>

This is a MIME-encapsulated message.

--9B0D72E0B5.1795543207/mx.eventos.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.eventos.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<nadie@ejemplo.mx>: host mx.ejemplo.mx[198.51.100.25] said: 550 5.1.1
    <nadie@ejemplo.mx>: Recipient address rejected: User unknown in virtual
    mailbox table (in reply to RCPT TO command)

--9B0D72E0B5.1795543207/mx.eventos.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.eventos.example
X-Postfix-Queue-ID: 9B0D72E0B5
X-Postfix-Sender: rfc822; avisos@eventos.example
Arrival-Date: Tue, 24 Nov 2026 18:00:05 +0000 (UTC)

Final-Recipient: rfc822; nadie@ejemplo.mx
Original-Recipient: rfc822;nadie@ejemplo.mx
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.ejemplo.mx
Diagnostic-Code: smtp; 550 5.1.1 <nadie@ejemplo.mx>: Recipient address
    rejected: User unknown in virtual mailbox table

--9B0D72E0B5.1795543207/mx.eventos.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Return-Path: <avisos@eventos.example>
Received: from app (unknown [172.18.0.5])
	by mx.eventos.example (Postfix) with ESMTP id 9B0D72E0B5
	for <nadie@ejemplo.mx>; Tue, 24 Nov 2026 18:00:05 +0000 (UTC)
From: Quinta Los Arrayanes <avisos@eventos.example>
To: nadie@ejemplo.mx
Subject: Te invitan a Quinta Los Arrayanes
Message-ID: ${id}
Date: Tue, 24 Nov 2026 18:00:05 +0000

--9B0D72E0B5.1795543207/mx.eventos.example--
`;
}

export function postfixDelay(id: string): string {
  return postfixBounce(id)
    .replace("Action: failed", "Action: delayed")
    .replace("Status: 5.1.1", "Status: 4.4.1")
    .replace(
      /Diagnostic-Code: .*\n.*\n/,
      "Diagnostic-Code: X-Postfix; connect to mx.ejemplo.mx[198.51.100.25]:25: Connection timed out\nWill-Retry-Until: Sun, 29 Nov 2026 18:00:05 +0000 (UTC)\n",
    );
}

export function gmailBounce(id: string): string {
  return `From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: avisos@eventos.example
Auto-Submitted: auto-replied
Content-Type: multipart/report;
 boundary="00000000000083a92a062c5d9c11"; report-type=delivery-status
References: ${id}
In-Reply-To: ${id}
X-Failed-Recipients: no.existe.nunca@gmail.com
Message-ID: <6743a1c7.050a0220.1c9b2f.0a3c.GMR@mx.google.com>
Date: Tue, 24 Nov 2026 10:00:07 -0800 (PST)
Subject: Delivery Status Notification (Failure)

--00000000000083a92a062c5d9c11
Content-Type: multipart/related; boundary="00000000000083ba34062c5d9c13"

--00000000000083ba34062c5d9c13
Content-Type: text/html; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

<html><body>No se encontr=C3=B3 la direcci=C3=B3n</body></html>
--00000000000083ba34062c5d9c13--
--00000000000083a92a062c5d9c11
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.com
Received-From-MTA: dns; avisos@eventos.example
Arrival-Date: Tue, 24 Nov 2026 10:00:06 -0800 (PST)
X-Original-Message-ID: ${id}

Final-Recipient: rfc822; no.existe.nunca@gmail.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; gmail-smtp-in.l.google.com. (142.250.27.26, the server for the domain gmail.com.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
 550-5.1.1 double-checking the recipient's email address for typos.
 550 5.1.1  For more information, go to
 https://support.google.com/mail/?p=NoSuchUser 00721157ae682-gsmtp
Last-Attempt-Date: Tue, 24 Nov 2026 10:00:07 -0800 (PST)

--00000000000083a92a062c5d9c11
Content-Type: message/rfc822

Received: by 2002:a05:6a00 with SMTP id x7; Tue, 24 Nov 2026 10:00:06 -0800 (PST)
Message-ID: ${id}
Date: Tue, 24 Nov 2026 18:00:05 +0000
From: Eventos <avisos@eventos.example>
To: no.existe.nunca@gmail.com
Subject: Confirma tu correo
Content-Type: text/plain

Hola:
--00000000000083a92a062c5d9c11--
`;
}

export function exchangeBounce(id: string): string {
  const report = `From: Microsoft Outlook <postmaster@empresa.example>
To: avisos@eventos.example
Date: Tue, 24 Nov 2026 18:00:09 +0000
Content-Type: multipart/report; report-type=delivery-status;
	boundary=d35ba9a4-5f4c-4f0d-9c55-2f1a
Content-Language: es-MX
Message-ID: <d35ba9a4@empresa.example>
Subject: No se puede entregar: Tu contraseña cambió

--d35ba9a4-5f4c-4f0d-9c55-2f1a
Content-Type: multipart/alternative; differences=Content-Type;
	boundary=5b52a1c9-alt

--5b52a1c9-alt
Content-Type: text/plain; charset="us-ascii"

El buzon del destinatario esta lleno.
--5b52a1c9-alt--

--d35ba9a4-5f4c-4f0d-9c55-2f1a
Content-Type: message/delivery-status

Reporting-MTA: dns;DM6PR12MB1234.namprd12.prod.outlook.com
Received-From-MTA: dns;mx.eventos.example
Arrival-Date: Tue, 24 Nov 2026 18:00:08 +0000

Original-Recipient: rfc822;lleno@empresa.example
Final-Recipient: rfc822;lleno@empresa.example
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp;554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException
X-Display-Name: Lleno

--d35ba9a4-5f4c-4f0d-9c55-2f1a
Content-Type: message/rfc822

From: Eventos <avisos@eventos.example>
To: lleno@empresa.example
Message-ID:
	${id}
Subject: =?UTF-8?Q?Tu_contrase=C3=B1a_cambi=C3=B3?=
MIME-Version: 1.0

Hola
--d35ba9a4-5f4c-4f0d-9c55-2f1a--
`;
  return report.replaceAll("\n", "\r\n");
}

export function eximBounce(id: string): string {
  const headers = `From: Eventos <avisos@eventos.example>\nTo: viejo@ejemplo.com.ar\nMessage-ID: ${id}\n`;
  return `Return-path: <>
X-Failed-Recipients: viejo@ejemplo.com.ar
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mail.ejemplo.com.ar>
To: avisos@eventos.example
Content-Type: multipart/report; report-type=delivery-status; boundary=1732471207-eximdsn-804289383
MIME-Version: 1.0
Subject: Mail delivery failed: returning message to sender

--1732471207-eximdsn-804289383
Content-type: text/plain; charset=us-ascii

  viejo@ejemplo.com.ar
    Unrouteable address

--1732471207-eximdsn-804289383
Content-type: message/delivery-status

Reporting-MTA: dns; mail.ejemplo.com.ar

Action: failed
Final-Recipient: rfc822;viejo@ejemplo.com.ar
Status: 5.0.0

--1732471207-eximdsn-804289383
Content-type: message/rfc822
Content-Transfer-Encoding: base64

${Buffer.from(headers).toString("base64")}
--1732471207-eximdsn-804289383--
`;
}

export function internationalBounce(id: string): string {
  return `From: MAILER-DAEMON@mx.xn--and-6ma2c.example
To: avisos@eventos.example
MIME-Version: 1.0
Content-Type: multipart/report; report-type=global-delivery-status; boundary="intl"

--intl
Content-Type: text/plain; charset=utf-8

No existe.
--intl
Content-Type: message/global-delivery-status
Content-Transfer-Encoding: quoted-printable

Reporting-MTA: dns; mx.xn--and-6ma2c.example

Final-Recipient: utf-8; jos=C3=A9@=C3=B1and=C3=BA.exam=
ple
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 No such user

--intl
Content-Type: message/global-headers

From: Eventos <avisos@eventos.example>
To: <josé@ñandú.example>
Message-ID: ${id}

--intl--
`;
}
