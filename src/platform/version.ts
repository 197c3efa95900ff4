import about from "../../package.json";

/** The version of the product, as package.json has it; APP_VERSION names the image where one was built. */
export const version: string = process.env.APP_VERSION || about.version;
