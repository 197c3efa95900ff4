import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";

type LetterButton = { label: string; link: string; hint: string };
export type LetterProps = {
  language: string;
  sender: string;
  subject: string;
  preview: string;
  heading: string;
  greeting: string;
  paragraphs: string[];
  facts: { label: string; value: string }[];
  button: LetterButton | null;
  note: string | null;
  why: string;
};

// Mail programs know no variables and few style sheets: colours stand on the elements, and the dark ones in one
// media query that those programs which have a dark mode of their own understand.
const dark = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .paper, .paper > table > tbody > tr > td { background-color: #141413 !important; }
    .sheet { background-color: #1c1b1a !important; border-color: #2c2a28 !important; }
    .ink { color: #edebe7 !important; }
    .muted { color: #a8a39a !important; }
    .line { border-color: #2c2a28 !important; }
    .link { color: #b9c9ff !important; }
    .button, .initial { background-color: #8fa9ff !important; color: #10131f !important; }
  }
  @media (max-width: 480px) {
    .sheet { padding: 24px 20px !important; }
    .button { display: block !important; text-align: center !important; }
  }`;

const colour = {
  paper: "#faf9f7",
  sheet: "#ffffff",
  line: "#e8e5df",
  ink: "#1c1b19",
  muted: "#5f5b54",
  accent: "#2448b8",
};
const font = '"Inter", -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const body = { margin: "0 0 16px", fontSize: "16px", lineHeight: "25px", color: colour.ink };
const small = { margin: "0", fontSize: "13px", lineHeight: "20px", color: colour.muted };

/** How every mail looks: who writes, one sheet, one button, the plain address, and why it came. No image is fetched. */
export function Letter({
  language,
  sender,
  preview,
  heading,
  greeting,
  paragraphs,
  facts,
  button,
  note,
  why,
}: LetterProps) {
  return (
    <Html lang={language}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{dark}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="paper" style={{ margin: "0", backgroundColor: colour.paper, fontFamily: font }}>
        <Container style={{ maxWidth: "560px", padding: "32px 12px" }}>
          <Sender name={sender} />
          <Section
            className="sheet"
            style={{
              backgroundColor: colour.sheet,
              border: `1px solid ${colour.line}`,
              borderRadius: "8px",
              padding: "32px",
            }}
          >
            <Heading
              as="h1"
              className="ink"
              style={{ margin: "0 0 20px", fontSize: "22px", lineHeight: "29px", color: colour.ink }}
            >
              {heading}
            </Heading>
            {[greeting, ...paragraphs].map((paragraph) => (
              <Text key={paragraph} className="ink" style={body}>
                {paragraph}
              </Text>
            ))}
            {facts.length > 0 && <Facts facts={facts} />}
            {button && <Action {...button} />}
            {note && (
              <Text className="muted" style={{ ...small, marginTop: "14px" }}>
                {note}
              </Text>
            )}
            {button && <PlainLink {...button} />}
          </Section>
          <Text className="muted" style={{ ...small, padding: "20px 12px 0", textAlign: "center" }}>
            {why}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function Sender({ name }: { name: string }) {
  const initial = [...name][0]?.toLocaleUpperCase();
  const square = { width: "32px", height: "32px", borderRadius: "8px", backgroundColor: colour.accent };
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" style={{ margin: "0 0 20px 4px" }}>
      <tbody>
        <tr>
          <td
            className="initial"
            align="center"
            style={{
              ...square,
              color: "#ffffff",
              fontSize: "18px",
              fontWeight: 600,
              fontFamily: 'Georgia, "Times New Roman", serif',
            }}
          >
            {initial}
          </td>
          <td className="ink" style={{ paddingLeft: "10px", fontSize: "15px", fontWeight: 600, color: colour.ink }}>
            {name}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Facts({ facts }: { facts: LetterProps["facts"] }) {
  return (
    <table
      cellPadding="0"
      cellSpacing="0"
      className="line"
      style={{ margin: "4px 0 20px", width: "100%", borderTop: `1px solid ${colour.line}` }}
    >
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th
              scope="row"
              align="left"
              className="muted line"
              style={{ ...small, ...factCell, width: "30%", fontWeight: 400 }}
            >
              {label}
            </th>
            <td className="ink line" style={{ ...small, ...factCell, color: colour.ink }}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const factCell = { padding: "9px 8px 9px 0", verticalAlign: "top", borderBottom: `1px solid ${colour.line}` } as const;

function Action({ label, link }: LetterButton) {
  const look = {
    padding: "13px 24px",
    borderRadius: "8px",
    backgroundColor: colour.accent,
    color: "#ffffff",
    fontSize: "16px",
    fontWeight: 600,
  };
  return (
    <Section style={{ margin: "8px 0 0" }}>
      <Button href={link} className="button" style={look}>
        {label}
      </Button>
    </Section>
  );
}

function PlainLink({ link, hint }: LetterButton) {
  return (
    <>
      <Hr className="line" style={{ margin: "24px 0 16px", borderColor: colour.line }} />
      <Text className="muted" style={small}>
        {hint}
        <br />
        <Link href={link} className="link" style={{ color: "#1b378f", wordBreak: "break-all" }}>
          {link}
        </Link>
      </Text>
    </>
  );
}
