/** The parts of an Office package (a zip), each kept as it lies in the file until something asks for it. */
export interface Package {
  readonly names: readonly string[];
}
