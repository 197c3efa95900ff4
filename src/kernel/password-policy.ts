export const shortestPassword = 10;
export const longestPassword = 128;

/**
 * Whether the password is among the first that anybody would try: a well-known one, whatever digits and marks were
 * added to it; a run along the keyboard; one character again and again; or words about its owner or this product.
 * Source: ASVS 5.0, 6.2.4 and 6.2.11; the words lead the published lists of leaked passwords in Spanish and English.
 */
export function isEasyToGuess(password: string, about: readonly string[]): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  if (new Set(plain).size < 4 || isRun(plain)) return true;
  const words = [...wordsOf(about), ...wellKnown];
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return [plain, withoutSwaps(plain), withoutSwaps(bare)].some((text) => remainder(text, words).length < 4);
}

/** How hard to guess, for the meter beside the field: length counts most, then variety. */
export function passwordStrength(password: string, about: readonly string[] = []): "short" | "weak" | "fair" | "good" {
  if ([...password].length < shortestPassword) return "short";
  if (isEasyToGuess(password, about)) return "weak";
  return [...password].length >= 15 || (password.length >= 12 && new Set(password).size >= 9) ? "good" : "fair";
}

/** What is left once known words, digits and marks are taken out: the part that would have to be guessed. */
function remainder(text: string, words: readonly string[]): string {
  const bare = [...words].sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, " "), text);
  return bare.replace(/[^\p{L}]/gu, "");
}

function wordsOf(about: readonly string[]): string[] {
  const pieces = about.flatMap((text) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  return pieces.filter((piece) => piece.length >= 4);
}

function withoutSwaps(text: string): string {
  const letters: Record<string, string> = {
    "0": "o",
    "1": "i",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "@": "a",
    $: "s",
    "!": "i",
  };
  return text.replace(/[013457@$!]/g, (sign) => letters[sign] ?? sign);
}

const rows = [
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertyuiopasdfghjklñzxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
];

/** Whether three quarters of the steps follow a row of the keyboard or the alphabet, forwards or backwards. */
function isRun(text: string): boolean {
  const signs = [...text];
  const steps = signs.slice(1).filter((sign, at) => {
    const pair = `${signs[at]}${sign}`;
    return rows.some((row) => row.includes(pair) || [...row].reverse().join("").includes(pair));
  });
  return steps.length >= (signs.length - 1) * 0.75;
}

const wellKnown = `
  password passwords passw0rd contraseña contrasena contrasenia clave secreto secret acceso usuario administrador
  administrator admin root user guest invitado login entrar bienvenido bienvenida bienvenidos welcome hello hola changeme
  cambiame letmein qwerty qwertyuiop qwerty asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx abc123 abcdef iloveyou teamo tequiero
  teamomucho amormio amor amorcito corazon corazón princesa princess princesita estrella estrellita mariposa sunshine
  dragon monkey football futbol fútbol baseball basketball soccer superman batman spiderman pokemon naruto goku
  starwars master shadow michael michelle jennifer jessica jordan ashley daniel daniela alejandro alejandra andrea
  sebastian santiago valentina camila mariana gabriel gabriela fernando fernanda carlos roberto ricardo eduardo
  francisco guadalupe maria josemaria jesus jesucristo dios diosesamor cristo angel angelito angeles bendicion familia
  mifamilia mama papa hermano hermana bebe bonita bonito hermosa hermoso preciosa chiquita chiquito flaquita gordita
  gordito osito gatito perrito chocolate naranja amarillo america chivas pumas cruzazul atlas tigres monterrey rayados
  boca bocajuniors riverplate river racing independiente rosariocentral newells sanlorenzo velez barcelona realmadrid
  madrid messi maradona ronaldo mexico méxico guadalajara jalisco argentina rosario buenosaires colombia chile peru
  uruguay paraguay venezuela españa espana latino summer winter autumn spring verano invierno otoño primavera enero
  febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre january february march april june
  july august september october november december lunes martes miercoles jueves viernes sabado domingo monday tuesday
  wednesday thursday friday saturday sunday computer internet google facebook whatsapp instagram samsung iphone apple
  microsoft windows default demo test testing prueba pruebas ejemplo example temporal empresa negocio oficina ventas
  gerencia freedom whatever trustno1 killer hunter cookie pepper ginger matrix access nothing forever
  gestion gestión eventos evento gestiondeeventos salon salón salones fiesta fiestas boda bodas quinta banquete banquetes
`
  .trim()
  .split(/\s+/);
